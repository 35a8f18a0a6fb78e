import { leaveOut, ownMethods } from "./draw";
import type { Evaluator } from "./evaluator";
import type { LeftOut } from "./robustness";
import { shiftOf } from "./shift";

/**
 * The recipe without one node after the other: its weight is zero, its siblings share it out. Weights that come from data
 * are those found with the node.
 * Source: Becker et al. (2022), COINr, `remove_elements`.
 */
export function leftOutTable(evaluator: Evaluator, from: number, to: number): readonly LeftOut[] {
  const { job, nominal, weights, ranks } = evaluator;
  const own = evaluator.variant(ownMethods);
  const found: LeftOut[] = [];
  for (let node = from; node < to; node += 1) {
    weights.set(own.weights);
    leaveOut(job.study, node, weights);
    evaluator.run(own, false);
    const { mean, largest, unit } = shiftOf(nominal.ranks, ranks, nominal.order);
    found.push({ node, meanShift: mean, largestShift: largest, unit });
  }
  return found;
}
