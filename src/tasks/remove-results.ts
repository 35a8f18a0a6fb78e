import type { Outcome } from "../base/outcome";
import type { Workbook } from "../workbook/port";

/** Deletes the result sheets that we wrote and says their names. */
export function removeResults(workbook: Workbook): Promise<Outcome<readonly string[]>> {
  return workbook.removeResults();
}
