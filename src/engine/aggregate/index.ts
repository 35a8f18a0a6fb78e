import type { Aggregator } from "./aggregator";
import { arithmetic } from "./arithmetic";
import { geometric } from "./geometric";
import { harmonic } from "./harmonic";

/** Every way to make a parent's scores from its children's, in menu order. */
export const aggregators: readonly Aggregator[] = [arithmetic, geometric, harmonic];
