import type { Outcome } from "../base/outcome";
import type { Workbook } from "../workbook/port";
import type { TaskOptions } from "./report";

/** Writes one value to the Settings sheet, which is made first when the workbook has none. `key` is the English key ("normalisation"). */
export declare function changeSetting(
  workbook: Workbook,
  key: string,
  value: string,
  options: TaskOptions,
): Promise<Outcome<null>>;
