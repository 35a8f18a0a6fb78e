import { part, type Gradual } from "../../base/gradual";
import type { SheetDocument } from "../document";
import type { SheetContext } from "./context";
import { dataLogSheet } from "./data-log-sheet";
import { diagnosticsSheet } from "./diagnostics-sheet";
import { findingsSheet } from "./findings-sheet";
import { groupsSheet } from "./groups-sheet";
import { indicatorScoresSheet } from "./indicator-scores-sheet";
import { profileSheet } from "./profile/profile-sheet";
import { notExplored, robustnessSheet } from "./robustness-sheet";
import { runLogSheet } from "./run-log-sheet";
import { scoresSheet } from "./scores-sheet";
import { settingsSheet } from "./settings-sheet";
import { tiersSheet } from "./tiers-sheet";
import { withFormulas } from "./live/with-formulas";
import { weightsSheet } from "./weights-sheet";

/** Every sheet that a run writes, in tab order; Settings only when the workbook has none. */
export function* resultSheets(context: SheetContext): Gradual<SheetDocument[]> {
  const { robustness, standing } = context;
  const scores = yield* part(0, 0.15, scoresSheet(context));
  yield 0.15;
  const tiers = tiersSheet(context);
  yield 0.2;
  const groups = groupsSheet(context);
  yield 0.25;
  const indicatorScores = yield* part(0.25, 0.4, indicatorScoresSheet(context));
  yield 0.4;
  const weights = weightsSheet(context);
  const diagnostics = yield* part(0.4, 0.55, diagnosticsSheet(context));
  yield 0.55;
  const robust = robustness
    ? [robustnessSheet(context, robustness)]
    : standing.has("robustness")
      ? [notExplored(context)]
      : [];
  const dataLog = dataLogSheet(context);
  yield 0.6;
  const values = [
    scores,
    tiers,
    groups,
    indicatorScores,
    weights,
    diagnostics,
    ...robust,
    dataLog,
    runLogSheet(context),
  ];
  const live = yield* part(0.6, 0.9, withFormulas(values, context));
  const profile = profileSheet(context, live);
  yield 0.95;
  const findings = findingsSheet(context, live);
  yield 1;
  const last = live.findIndex(({ kind }) => kind === "data-log");
  const sheets = [...live.slice(0, last), profile, findings, ...live.slice(last)];
  return context.reading.settingsView
    ? sheets
    : [...sheets, settingsSheet(context.result.recipe, context.locale)];
}
