import { aggregators } from "./aggregate/index";
import { imputers } from "./impute/index";
import type { Method } from "./method";
import { normalisers } from "./normalise/index";
import { tierings } from "./tier/index";
import { treatments } from "./treat/index";
import { weighters } from "./weight/index";

/** Every family under the setting that chooses from it, in the order of the pipeline. */
export const families = {
  imputation: imputers,
  treatment: treatments,
  normalisation: normalisers,
  weights: weighters,
  aggregation: aggregators,
  tiers: tierings,
} as const satisfies Record<string, readonly Method[]>;
export type Family = keyof typeof families;
