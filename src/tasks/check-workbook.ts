import type { Workbook } from "../workbook/port";
import type { CheckReport, TaskOptions } from "./report";

/** Reads the workbook and says what is there and what is wrong with it; writes nothing. */
export declare function checkWorkbook(workbook: Workbook, options: TaskOptions): Promise<CheckReport>;
