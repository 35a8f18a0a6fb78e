import type { Workbook } from "../workbook/port";
import { sheetContext } from "../workbook/write/context";
import { resultSheets } from "../workbook/write/result-sheets";
import { examine, mostSevereFirst } from "./check-workbook";
import type { ScoreReport, TaskOptions } from "./report";
import { version } from "./version";

/** The main job: read, check, score, write the result sheets. */
export async function scoreWorkbook(workbook: Workbook, options: TaskOptions): Promise<ScoreReport> {
  const { check, reading, result, diagnosis } = await examine(workbook, options);
  const stopped = { check, result, written: [], issues: check.issues } as const;
  if (!reading || !result || !diagnosis) return { ...stopped, outcome: "refused" };
  if (options.cancelled?.()) return { ...stopped, outcome: "cancelled" };

  const locale = reading.language ?? options.locale;
  const context = sheetContext(result, diagnosis, reading, check.issues, locale, {
    now: options.now,
    version,
    formulas: reading.formulas || options.formulas === true,
  });
  options.onProgress?.("writing", 0);
  const written = await workbook.write(resultSheets(context), {
    fingerprint: reading.fingerprint,
    onProgress: (share) => options.onProgress?.("writing", share),
  });
  return {
    check,
    result,
    outcome: written.ok ? "scored" : "interrupted",
    written: written.ok ? written.value : [],
    issues: mostSevereFirst([...check.issues, ...written.issues]),
  };
}
