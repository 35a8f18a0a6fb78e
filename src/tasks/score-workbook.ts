import type { Workbook } from "../workbook/port";
import { sheetContext } from "../workbook/write/context";
import { resultSheets } from "../workbook/write/result-sheets";
import { locate } from "../workbook/read/read-workbook";
import { examine, mostSevereFirst } from "./check-workbook";
import { exploreRobustness } from "./explore";
import type { ScoreReport, TaskOptions } from "./report";
import { version } from "./version";

/** The main job: read, check, score, write the result sheets. */
export async function scoreWorkbook(workbook: Workbook, options: TaskOptions): Promise<ScoreReport> {
  const examination = await examine(workbook, options);
  const { check, reading, result, diagnosis } = examination;
  const stopped = { check, result, robustness: null, written: [], issues: check.issues } as const;
  if (!reading || !result || !diagnosis) return { ...stopped, outcome: "refused" };
  if (options.cancelled?.()) return { ...stopped, outcome: "cancelled" };

  const { robustness, stopped: given, issues: unsure } = await exploreRobustness(examination, options);
  if (given || options.cancelled?.()) return { ...stopped, outcome: "cancelled" };
  const issues = mostSevereFirst([...check.issues, ...locate(unsure, reading)]);

  const locale = reading.language ?? options.locale;
  const context = sheetContext(result, diagnosis, reading, issues, locale, {
    now: options.now,
    version,
    formulas: reading.formulas || options.formulas === true,
    robustness,
    standing: examination.standing,
  });
  options.onProgress?.("writing", 0);
  const written = await workbook.write(resultSheets(context), {
    fingerprint: reading.fingerprint,
    onProgress: (share) => options.onProgress?.("writing", share),
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
