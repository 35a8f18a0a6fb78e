import { aggregators } from "../aggregate/index";
import { findMethod, parameterValues } from "../method";
import { atLevel, type Recipe } from "../recipe";
import { sameScore } from "../stats/rank";
import { rowOf, type Study } from "../study";
import type { WeightChange } from "./robustness";

/** What the search needs of a result. */
export interface Scored {
  readonly study: Study;
  readonly recipe: Recipe;
  /** Nodes × units. */
  readonly aggregated: Float64Array;
  /** Per node its weight inside its parent. */
  readonly weights: Float64Array;
}

/** Scores of some units when one first-level weight is changed. */
interface RootScores {
  /** First-level nodes whose weight can be changed. */
  readonly nodes: readonly number[];
  weightOf(node: number): number;
  /** All units' scores with that node's weight at `weight`; overwritten by the next call. */
  all(node: number, weight: number): Float64Array;
  /** The same of two units. */
  pair(node: number, weight: number, one: number, other: number): readonly [number, number];
}

/** Above this many units, methods that compare units with one another are not searched. */
const mostCompared = 2000;
/** Steps of the scan; what it finds is then narrowed down. */
const step = 0.01;
const halvings = 40;

const none: WeightChange = { node: -1, change: NaN };

function rootScores({ study, recipe, aggregated, weights }: Scored): RootScores | null {
  const root = study.nodes[0];
  const units = study.units.length;
  const choice = root.aggregation ?? atLevel(recipe.aggregation, 0);
  const method = findMethod(aggregators, choice);
  if (!method.keeps.between && units > mostCompared) return null;
  const parameters = parameterValues(method, choice);
  const columns = root.children.map((child) => rowOf(aggregated, child, units));
  const inside = new Float64Array(columns.length);
  const out = new Float64Array(units);
  const two = columns.map(() => new Float64Array(2));
  const outTwo = new Float64Array(2);
  const set = (node: number, weight: number) => {
    const rest = 1 - weights[node];
    root.children.forEach((child, c) => {
      inside[c] = child === node ? weight : (weights[child] * (1 - weight)) / rest;
    });
  };
  // Units that have no score (too little is there) have none by other weights either.
  const scored = rowOf(aggregated, 0, units);
  return {
    nodes: root.children.filter((child) => weights[child] < 1),
    weightOf: (node) => weights[node],
    all(node, weight) {
      set(node, weight);
      method.aggregate(columns, inside, out, parameters, recipe.scale);
      for (let i = 0; i < units; i += 1) if (scored[i] !== scored[i]) out[i] = NaN;
      return out;
    },
    pair(node, weight, one, other) {
      if (!method.keeps.between) {
        const scores = this.all(node, weight);
        return [scores[one], scores[other]];
      }
      set(node, weight);
      columns.forEach((column, c) => {
        two[c][0] = column[one];
        two[c][1] = column[other];
      });
      method.aggregate(two, inside, outTwo, parameters, recipe.scale);
      return [outTwo[0], outTwo[1]];
    },
  };
}

/** A question about two scores of a run: has it come to pass? The second unit may be the first again. */
interface Question {
  readonly one: number;
  readonly other: number;
  readonly met: (one: number, other: number) => boolean;
}

/**
 * For every question the smallest change of one first-level weight, up or down, that makes it so. The other first-level
 * weights keep their proportions and all add up to 1. The weights are walked outwards in hundredths, and the first step at
 * which a question is met is narrowed down: what comes and goes inside one step is not seen.
 */
function smallestChanges(roots: RootScores, questions: readonly Question[]): WeightChange[] {
  const best = questions.map(() => none);
  for (const node of roots.nodes) {
    const own = roots.weightOf(node);
    for (const sign of [1, -1]) {
      const room = sign > 0 ? 1 - own : own;
      const steps = Math.ceil(room / step - 1e-9);
      const open = new Set(questions.keys());
      for (let k = 1; k <= steps && open.size > 0; k += 1) {
        const reach = Math.min(room, k * step);
        const scores = roots.all(node, own + sign * reach);
        for (const q of [...open]) {
          // Another weight does it with less.
          if (Math.abs(best[q].change) <= reach - step) open.delete(q);
          else if (questions[q].met(scores[questions[q].one], scores[questions[q].other])) {
            open.delete(q);
            const change = narrowed(roots, questions[q], node, sign, reach - step, reach);
            if (!(Math.abs(best[q].change) <= Math.abs(change))) best[q] = { node, change };
          }
        }
      }
    }
  }
  return best;
}

function narrowed(
  roots: RootScores,
  { one, other, met }: Question,
  node: number,
  sign: number,
  from: number,
  to: number,
): number {
  const own = roots.weightOf(node);
  let low = Math.max(0, from);
  let high = to;
  for (let k = 0; k < halvings; k += 1) {
    const middle = (low + high) / 2;
    if (met(...roots.pair(node, own + sign * middle, one, other))) high = middle;
    else low = middle;
  }
  return sign * high;
}

/** Whether the one that stood behind is ahead. */
const overtaken = (ahead: number, behind: number): boolean => behind > ahead && !sameScore(behind, ahead);

/** The smallest change in one first-level weight that puts `behind` ahead of `ahead`. */
export function swapChange(scored: Scored, ahead: number, behind: number): WeightChange {
  const roots = rootScores(scored);
  return roots ? smallestChanges(roots, [{ one: ahead, other: behind, met: overtaken }])[0] : none;
}

/** Per unit: the change that puts the unit that follows it in `order` ahead of it. */
export function swapsWithNext(scored: Scored, order: Int32Array, ranks: Int32Array): WeightChange[] {
  const found = new Array<WeightChange>(order.length).fill(none);
  const roots = rootScores(scored);
  if (!roots) return found;
  const questions: Question[] = [];
  for (let place = 0; place + 1 < order.length && ranks[order[place + 1]] > 0; place += 1)
    questions.push({ one: order[place], other: order[place + 1], met: overtaken });
  smallestChanges(roots, questions).forEach((change, q) => (found[questions[q].one] = change));
  return found;
}

/** Per unit: the change that lifts its score to the lower bound of the tier above, the bounds staying where they are. */
export function liftsTier(
  scored: Scored,
  tierOf: Int32Array,
  lowerBound: (unit: number, tier: number) => number,
): WeightChange[] {
  const found = new Array<WeightChange>(tierOf.length).fill(none);
  const roots = rootScores(scored);
  if (!roots) return found;
  const questions: Question[] = [];
  tierOf.forEach((tier, unit) => {
    if (tier <= 0) return;
    const bound = lowerBound(unit, tier - 1);
    questions.push({ one: unit, other: unit, met: (score) => score >= bound || sameScore(score, bound) });
  });
  smallestChanges(roots, questions).forEach((change, q) => (found[questions[q].one] = change));
  return found;
}
