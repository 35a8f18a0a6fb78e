import { equal } from "./equal";
import { given } from "./given";
import type { Weighter } from "./weighter";

/** Every way to weigh siblings, in menu order. */
export const weighters: readonly Weighter[] = [given, equal];
