# Was eine Lektion neben dem Lauf fragt, und was daraus wurde.

## Eine Frage vor einem Schritt.

lesson-before = Bevor du es siehst
lesson-place = { $place } von { $count }
lesson-choose-first = Wähle erst eine Antwort
lesson-lock = Festlegen
lesson-skip = Überspringen
lesson-go-on = Weiter
lesson-ask-again = Frag mich noch einmal
lesson-hint = Hinweis
lesson-another-hint = Noch ein Hinweis
lesson-came-as-said = so kam es, wie du gesagt hast
lesson-came = so kam es
lesson-said = das hast du gesagt

## Am Ende: was vorhergesagt wurde.

lesson-predictions = Was du vorhergesagt hast
lesson-predicted-right = Du hast es gesagt, und so kam es: { $came }
lesson-predicted-said = Du hast gesagt: { $said }
lesson-predicted-came = So kam es: { $came }

## Ein Ziel.

goal-title = Ziel
goal-title-reached = Ziel: erreicht
goal-used-so-far = { $count ->
    [one] Bisher { $count } Aktion.
   *[other] Bisher { $count } Aktionen.
 }
goal-used-too-many = { $count } von höchstens { $most }: Das sind mehr. Geh zurück und versuch es anders.
goal-used = { $count ->
    [0] Zustellungen zählen nicht.
   *[other] { $count } gebraucht; Zustellungen zählen nicht.
 }
goal-fewer-than-known = Das sind weniger als die { $best }, die bekannt waren.
goal-fewest-known = Weniger als { $best } sind nicht bekannt.
goal-fewest-known-is = Bekannt ist es mit { $best }.
