import { boxCox } from "./box-cox";
import { clip } from "./clip";
import { log } from "./log";
import { logShifted } from "./log-shifted";
import { none } from "./none";
import type { Treatment } from "./treatment";
import { winsorise } from "./winsorise";

/** Every way to treat outliers, in menu order. */
export const treatments: readonly Treatment[] = [none, winsorise, clip, log, logShifted, boxCox];
