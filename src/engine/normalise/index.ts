import { aboveBelowMean } from "./above-below-mean";
import { borda } from "./borda";
import { categorical } from "./categorical";
import { distanceToLeader } from "./distance-to-leader";
import { distanceToReference } from "./distance-to-reference";
import { distanceToTarget } from "./distance-to-target";
import { efficacy } from "./efficacy";
import { goalposts } from "./goalposts";
import { logistic } from "./logistic";
import { minMax } from "./min-max";
import type { Normaliser } from "./normaliser";
import { percentileRank } from "./percentile-rank";
import { rank } from "./rank";
import { scoringRules } from "./scoring-rules";
import { sum } from "./sum";
import { vector } from "./vector";
import { zScore } from "./z-score";

/** Every way to put indicators on a common scale, in menu order. */
export const normalisers: readonly Normaliser[] = [
  minMax,
  goalposts,
  efficacy,
  zScore,
  rank,
  percentileRank,
  borda,
  distanceToReference,
  distanceToLeader,
  distanceToTarget,
  categorical,
  aboveBelowMean,
  logistic,
  vector,
  sum,
  scoringRules,
];
