import { groupMean } from "./group-mean";
import { groupMedian } from "./group-median";
import type { Imputer } from "./imputer";
import { mean } from "./mean";
import { median } from "./median";
import { none } from "./none";

/** Every way to fill missing values, in menu order. */
export const imputers: readonly Imputer[] = [none, mean, median, groupMean, groupMedian];
