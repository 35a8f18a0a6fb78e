import { resultState, type PaneState } from "./state";
import { counted, type Words } from "./words";

/** The state of the workbook in one line: what was found, and how the results stand to it. */
export function stateLine(state: PaneState, words: Words): string {
  const { text } = words;
  const { check, scored } = state;
  if (!check) return state.work.stage === "idle" ? text.state.idle : text.state.reading;
  if (check.empty) return text.state.empty;
  const { study } = check;
  const counts = study
    ? [
        counted(words, "units", study.units.length),
        counted(words, "indicators", study.indicators.length),
        counted(words, "groupings", study.groups.length),
      ]
    : [];
  return [...counts, resultLine(state, words, scored ? words.time(scored.at) : "")]
    .filter(Boolean)
    .join(" · ");
}

function resultLine(state: PaneState, { text, fill }: Words, time: string): string {
  if (!state.check!.ready) return text.state.blocked;
  switch (resultState(state)) {
    case "none":
      return text.state.ready;
    case "current":
      return fill(text.state.scoredAt, { time });
    case "elsewhere":
      return text.state.scoredBefore;
    case "stale":
      return time ? fill(text.state.stale, { time }) : text.state.staleBefore;
  }
}

/** The index's name: as set, else the tree's root, else the add-in's own. */
export function indexName(state: PaneState, words: Words): string {
  const { check } = state;
  return check?.recipe.indexName || check?.study?.nodes[0]?.name || words.text.name;
}

/** What a screen reader is told as things go on: stages and endings, not every per cent. */
export function announcement(state: PaneState, words: Words): string {
  const { text, fill } = words;
  const { work } = state;
  switch (work.stage) {
    case "idle":
    case "ready":
      return "";
    case "reading":
      return text.state.reading;
    case "running":
      return work.cancelling
        ? text.cancelling
        : work.job === "score"
          ? text.phases[work.phase]
          : text.jobs[work.job];
    case "done":
      return endingText(state, words);
    case "failed":
      return `${fill(text.failures[work.failure.kind], { detail: work.failure.detail })} ${
        work.failure.issues.length > 0 ? words.say(work.failure.issues[0]) : ""
      }`.trim();
  }
}

/** How the last job ended well, in a sentence. */
export function endingText(state: PaneState, { text, fill }: Words): string {
  if (state.work.stage !== "done") return "";
  const { ending } = state.work;
  switch (ending.kind) {
    case "scored":
      return fill(text.endings.scored, { count: ending.written.length });
    case "removed":
      return ending.sheets.length === 0
        ? text.endings.removedNone
        : fill(text.endings.removed, {
            count: ending.sheets.length,
            sheets: ending.sheets.join(text.method.listSeparator),
          });
    case "checked": {
      const count = (severity: string) =>
        state.check?.issues.filter((each) => each.severity === severity).length ?? 0;
      return fill(text.endings.checked, {
        errors: count("error"),
        warnings: count("warning"),
        notes: count("note"),
      });
    }
    case "prepared":
      return fill(text.endings.prepared, {
        sheets: ending.written.map(({ sheet }) => sheet).join(text.method.listSeparator),
      });
    default:
      return text.endings[ending.kind];
  }
}
