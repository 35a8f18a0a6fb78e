import { goalposts } from "./goalposts";
import { minMax } from "./min-max";
import type { Normaliser } from "./normaliser";
import { rank } from "./rank";
import { zScore } from "./z-score";

/** Every way to put indicators on a common scale, in menu order. */
export const normalisers: readonly Normaliser[] = [minMax, goalposts, zScore, rank];
