import { cutOffs } from "./cut-offs";
import { equalIntervals } from "./equal-intervals";
import { meanDeviation } from "./mean-deviation";
import { naturalBreaks } from "./natural-breaks";
import { quantiles } from "./quantiles";
import { rsr } from "./rsr";
import type { Tiering } from "./tiering";

/** Every way to divide scores into tiers, in menu order. */
export const tierings: readonly Tiering[] = [
  cutOffs,
  quantiles,
  equalIntervals,
  naturalBreaks,
  meanDeviation,
  rsr,
];
