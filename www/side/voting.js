// Who votes for whom, and who leads what: where servers vote.

import { html, nothing } from "../drawing/template.js";
import { ballotBox } from "../drawing/ballot.js";
import { icon } from "../drawing/icons.js";
import { roleName, standingOf } from "../drawing/standing.js";
import { electionsIn } from "../drawing/votes.js";
import { say, sayAround } from "../words/say.js";

/** @import { View } from "../types.js" */
/** @import { Election } from "../drawing/votes.js" */

/**
 * The part of each candidate, and that of several leaders.
 * @param {View} view What to draw.
 * @param {number} latest The latest term for which somebody was elected so far.
 * @param {(name: string) => unknown} who Draws a server's mark and name.
 */
export function votingParts(view, latest, who) {
  return html`${electionsIn(view.frame, view.history, view.cursor).map((election) => votesPart(election, who))}${leadersPart(view, latest, who)}`;
}

/**
 * The votes for one candidate.
 * @param {Election} election How it stands.
 * @param {(name: string) => unknown} who Draws a server's mark and name.
 */
function votesPart({ candidate, term, needed, votes }, who) {
  return html`<div class="part">
    <h2 id="votes-${candidate}"><span>${sayAround("voting-votes-for", { name: html`<span translate="no">${candidate}</span>` })}</span> <small>${say("voting-needed", { term, needed, count: votes.length })}</small></h2>
    <ul class="votes" role="list" aria-labelledby="votes-${candidate}">
      ${votes.map(({ voter, box, says }) => html`<li>${who(voter)} <span class="ballot-says">${ballotBox(box)}${says}</span></li>`)}
    </ul>
  </div>`;
}

/**
 * Who leads what, where several do.
 * @param {View} view What to draw.
 * @param {number} latest The latest term for which somebody was elected so far.
 * @param {(name: string) => unknown} who Draws a server's mark and name.
 */
function leadersPart({ frame }, latest, who) {
  const leaders = frame.servers.map((server) => ({ server, standing: standingOf(frame, server, latest) })).filter(({ standing }) => standing.reach);
  if (leaders.length < 2) return nothing;
  return html`<div class="part">
    <h2 id="leaders">${say("voting-leaders")}</h2>
    <table class="beliefs" aria-labelledby="leaders">
      <thead>
        <tr>
          <th scope="col">${roleName("leader")}</th>
          <th scope="col">${say("voting-term")}</th>
          <th scope="col">${say("voting-reaches")}</th>
        </tr>
      </thead>
      <tbody>
        ${leaders.map(
          ({ server, standing: { role, reach } }) =>
            html`<tr>
              <th scope="row"><span>${who(server.name)} ${icon(role === "leader" ? "crown_filled" : "crown_broken")}<span class="vh"> (${roleName(role)})</span></span></th>
              <td>${server.term}</td>
              <td>${say("some-of", { count: reach?.reached ?? 0, all: reach?.voters ?? 0 })}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
