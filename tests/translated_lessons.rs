//! A lesson in another language is the same lesson: only what is said to people differs.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use catchup::lesson::{self, About, Guide};
use catchup::lessons::LESSONS;
use catchup::run::Run;
use catchup::words::{Language, speak};

/// The folders with lessons in other languages.
fn folders() -> Vec<PathBuf> {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let languages = fs::read_dir(locales).expect("locales is there");
    let folders = languages.map(|folder| folder.expect("a folder").path().join("lessons"));
    folders.filter(|folder| folder.is_dir()).collect()
}

fn run(text: &str, name: &Path) -> Run {
    Run::new(text).unwrap_or_else(|fault| panic!("{}: {fault}", name.display()))
}

/// A text without what is said to people: its statements, and the lines that ask and set goals, each in its place.
fn bones(text: &str) -> Vec<&str> {
    let said = ["#> ", "#+ ", "# ", "title "];
    let sign = |line: &'_ str| said.into_iter().find(|sign| line.starts_with(*sign));
    let lines = text.lines();
    lines
        .map(|line| match line {
            // What is said is left out. That something is said there is not.
            _ if sign(line).is_some_and(|sign| line.len() > sign.len()) => sign(line).unwrap_or(""),
            _ => line,
        })
        .collect()
}

/// What a lesson asks and wants, and when it says something.
fn without_words(guide: Guide) -> Guide {
    let mut guide = guide;
    guide.tells.iter_mut().for_each(|tell| tell.text.clear());
    let questions = guide.questions.iter_mut().map(|one| &mut one.hints);
    let goals = guide.goals.iter_mut().map(|one| &mut one.hints);
    for hint in questions.chain(goals).flatten() {
        hint.clear();
    }
    guide
}

#[test]
fn a_translated_lesson_has_the_same_statements_questions_and_goals() {
    let folders = folders();
    assert!(!folders.is_empty(), "no lesson is translated");
    for folder in folders {
        let files = fs::read_dir(&folder).expect("a folder").count();
        assert_eq!(files, LESSONS.len(), "{}", folder.display());
        for row in LESSONS {
            let path = folder.join(row.name).with_extension("txt");
            let text = fs::read_to_string(&path)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            assert_eq!(bones(&text), bones(row.text), "{}", path.display());
            let (original, translated) = (run(row.text, &path), run(&text, &path));
            let guide = lesson::guide(&translated);
            assert_eq!(guide.faults, [""; 0], "{}", path.display());
            assert_eq!(
                without_words(guide),
                without_words(lesson::guide(&original)),
                "{}",
                path.display()
            );
        }
    }
}

/// Names and commands are the text language's, whatever language surrounds them.
#[test]
fn a_translated_lesson_keeps_code_and_explains_as_many_words() {
    for folder in folders() {
        for row in LESSONS {
            let path = folder.join(row.name).with_extension("txt");
            let text = fs::read_to_string(&path).expect("a lesson");
            let explained = |text: &str| text.matches('*').count();
            assert_eq!(explained(&text), explained(row.text), "{}", path.display());
            assert!(!text.contains('{'), "{}", path.display());
        }
    }
}

/// Lessons are listed without their texts.
#[test]
fn a_lesson_is_listed_under_the_title_of_its_text() {
    for (language, tag) in [(Language::English, "en"), (Language::German, "de")] {
        speak(language);
        for row in LESSONS {
            let name = format!("locales/{tag}/lessons/{}.txt", row.name);
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
            let text = fs::read_to_string(&path).expect("a lesson");
            assert_eq!(run(&text, &path).scenario().title, row.title());
        }
    }
}

/// So what somebody answered is known in another language.
#[test]
fn a_question_and_its_answers_are_spelled_alike_in_every_language() {
    for row in LESSONS {
        let run = run(row.text, Path::new(row.name));
        for question in lesson::guide(&run).questions {
            let spelled = |language| {
                speak(language);
                let asked = lesson::ask(&run, &question).expect("a question");
                let came = asked.answers[asked.truth].clone();
                let answers: BTreeSet<String> = asked.answers.into_iter().collect();
                (asked.asks, came, answers)
            };
            let english = spelled(Language::English);
            assert_eq!(About::parse(&english.0).as_ref(), Ok(&question.about));
            assert_eq!(spelled(Language::German), english, "{}", row.name);
        }
    }
}
