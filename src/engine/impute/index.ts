import { expectationMaximisation } from "./expectation-maximisation";
import { groupMean } from "./group-mean";
import { groupMedian } from "./group-median";
import type { Imputer } from "./imputer";
import { latest } from "./latest";
import { linear } from "./linear";
import { linearConstant } from "./linear-constant";
import { mean } from "./mean";
import { median } from "./median";
import { nearestNeighbours } from "./nearest-neighbours";
import { none } from "./none";
import { regression } from "./regression";
import { unitMean } from "./unit-mean";

/** Every way to fill missing values, in menu order. */
export const imputers: readonly Imputer[] = [
  none,
  mean,
  median,
  groupMean,
  groupMedian,
  unitMean,
  nearestNeighbours,
  regression,
  expectationMaximisation,
  latest,
  linear,
  linearConstant,
];
