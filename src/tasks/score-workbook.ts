import type { Workbook } from "../workbook/port";
import { sheetContext } from "../workbook/write/context";
import { resultSheets } from "../workbook/write/result-sheets";
import { locate } from "../workbook/read/read-workbook";
import { examine, mostSevereFirst } from "./check-workbook";
import { exploreRobustness } from "./explore";
import { gradually } from "./gradually";
import type { CancelledRun, ScoreReport, TaskOptions } from "./report";
import { version } from "./version";

const cancelled: CancelledRun = { outcome: "cancelled", check: null, result: null, robustness: null, written: [], issues: [] }; // prettier-ignore

/** The main job: read, check, score, write the result sheets. */
export async function scoreWorkbook(workbook: Workbook, options: TaskOptions): Promise<ScoreReport> {
  const examination = await examine(workbook, options);
  if (!examination) return cancelled;
  const { check, reading, result, diagnosis } = examination;
  if (!reading || !result || !diagnosis)
    return { outcome: "refused", check, result, robustness: null, written: [], issues: check.issues };

  const { robustness, stopped, issues: unsure } = await exploreRobustness(examination, options);
  if (stopped) return cancelled;
  const issues = mostSevereFirst([...check.issues, ...locate(unsure, reading)]);

  const locale = reading.language ?? options.locale;
  const context = sheetContext(result, diagnosis, reading, issues, locale, {
    now: options.now,
    version,
    formulas: reading.formulas || options.formulas === true,
    robustness,
    standing: examination.standing,
  });
  options.onProgress?.("composing", 0);
  const sheets = await gradually(resultSheets(context), "composing", options);
  if (!sheets || options.cancelled?.()) return cancelled;
  options.onProgress?.("writing", 0);
  const written = await workbook.write(sheets, {
    fingerprint: reading.fingerprint,
    onProgress: (share) => options.onProgress?.("writing", share),
    breathe: options.breathe,
  });
  return {
    check,
    result,
    robustness,
    outcome: written.ok ? "scored" : "interrupted",
    written: written.ok ? written.value : [],
    issues: mostSevereFirst([...issues, ...written.issues]),
  };
}
