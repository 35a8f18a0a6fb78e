import { cutOffs } from "./cut-offs";
import { quantiles } from "./quantiles";
import type { Tiering } from "./tiering";

/** Every way to divide scores into tiers, in menu order. */
export const tierings: readonly Tiering[] = [cutOffs, quantiles];
