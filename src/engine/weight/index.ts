import { ahp } from "./ahp";
import { benefitOfTheDoubt } from "./benefit-of-the-doubt";
import { combined } from "./combined";
import { critic } from "./critic";
import { entropy } from "./entropy";
import { equal } from "./equal";
import { factor } from "./factor";
import { given } from "./given";
import { independence } from "./independence";
import { optimised } from "./optimised";
import { pca } from "./pca";
import { points } from "./points";
import { standardDeviation } from "./standard-deviation";
import { variation } from "./variation";
import type { Weighter } from "./weighter";

const single: readonly Weighter[] = [
  given,
  equal,
  points,
  ahp,
  entropy,
  critic,
  variation,
  standardDeviation,
  independence,
  pca,
  factor,
  optimised,
  benefitOfTheDoubt,
];

/** Every way to weigh siblings, in menu order. */
export const weighters: readonly Weighter[] = [...single, combined(single)];
