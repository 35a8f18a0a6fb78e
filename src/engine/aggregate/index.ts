import { adjustedMazziottaPareto } from "./adjusted-mazziotta-pareto";
import type { Aggregator } from "./aggregator";
import { arithmetic } from "./arithmetic";
import { benefitOfTheDoubt } from "./benefit-of-the-doubt";
import { copeland } from "./copeland";
import { couplingCoordinationDegree } from "./coupling-coordination";
import { generalised } from "./generalised";
import { geometric } from "./geometric";
import { greyRelational } from "./grey-relational";
import { harmonic } from "./harmonic";
import { inform } from "./inform";
import { maximum } from "./maximum";
import { mazziottaPareto } from "./mazziotta-pareto";
import { minimum } from "./minimum";
import { rankSumRatio } from "./rank-sum-ratio";
import { topsis } from "./topsis";
import { vikor } from "./vikor";

/** Every way to make a parent's scores from its children's, in menu order. */
export const aggregators: readonly Aggregator[] = [
  arithmetic,
  geometric,
  harmonic,
  generalised,
  minimum,
  maximum,
  mazziottaPareto,
  adjustedMazziottaPareto,
  topsis,
  greyRelational,
  rankSumRatio,
  vikor,
  copeland,
  benefitOfTheDoubt,
  couplingCoordinationDegree,
  inform,
];
