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
export function resultSheets(context: SheetContext): SheetDocument[] {
  const values = [
    scoresSheet(context),
    tiersSheet(context),
    groupsSheet(context),
    indicatorScoresSheet(context),
    weightsSheet(context),
    diagnosticsSheet(context),
    ...(context.robustness
      ? [robustnessSheet(context, context.robustness)]
      : context.standing.has("robustness")
        ? [notExplored(context)]
        : []),
    dataLogSheet(context),
    runLogSheet(context),
  ];
  const live = withFormulas(values, context);
  const last = live.findIndex(({ kind }) => kind === "data-log");
  const sheets = [
    ...live.slice(0, last),
    profileSheet(context, live),
    findingsSheet(context, live),
    ...live.slice(last),
  ];
  return context.reading.settingsView
    ? sheets
    : [...sheets, settingsSheet(context.result.recipe, context.locale)];
}
