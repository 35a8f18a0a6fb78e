import type { Workbook } from "../workbook/port";
import type { ScoreReport, TaskOptions } from "./report";

/** The main job: read, check, score, write the result sheets. */
export declare function scoreWorkbook(workbook: Workbook, options: TaskOptions): Promise<ScoreReport>;
