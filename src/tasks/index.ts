export { changeSetting } from "./change-setting";
export { checkWorkbook } from "./check-workbook";
export { confirmNames, nameCandidates, type ConfirmedName } from "./confirm-names";
export { applyPreparation, proposePreparation } from "./prepare-workbook";
export { removeResults } from "./remove-results";
export { scoreWorkbook } from "./score-workbook";
export type { CheckReport, Phase, ScoreReport, TaskOptions } from "./report";
