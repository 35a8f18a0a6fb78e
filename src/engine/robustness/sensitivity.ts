import { quantile, sorted } from "../stats/quantile";
import { drawIndex, stream } from "../stats/random";
import { draw } from "./draw";
import type { Evaluator } from "./evaluator";
import { lowerShare, upperShare } from "./monte-carlo";
import { uncertainChoices, type RobustnessPlan } from "./plan";
import type { Sensitivity } from "./robustness";
import { meanShift } from "./shift";

/** Rows of the sampling matrices of a plan: its cost, with d choices, is rows·(d + 2) runs. */
export function sensitivityRows({ runs }: RobustnessPlan): number {
  return Math.max(20, Math.round(runs / 2));
}

/** What a stretch of rows came to: the output at A, at B and at each A with one column of B. */
export interface SensitivityRows {
  readonly from: number;
  readonly to: number;
  /** Rows × (2 + choices): mean absolute rank shift. */
  readonly outputs: Float64Array;
}

/** Performs rows `from` up to, not with, `to`, of Saltelli's sampling scheme: A, B and A with one choice from B. */
export function sensitivityRuns(evaluator: Evaluator, from: number, to: number): SensitivityRows {
  const { study, plan } = evaluator.job;
  const choices = uncertainChoices(plan);
  const width = 2 + choices.length;
  const outputs = new Float64Array((to - from) * width);
  const { nominal, ranks } = evaluator;
  const output = (row: number, fromB: (choice: string) => boolean) => {
    evaluator.perform(
      draw(study, plan, row, (choice) => (fromB(choice) ? "matrix-b" : "matrix-a")),
      false,
    );
    return meanShift(nominal.ranks, ranks);
  };
  for (let row = from; row < to; row += 1) {
    const at = (row - from) * width;
    outputs[at] = output(row, () => false);
    outputs[at + 1] = output(row, () => true);
    choices.forEach((one, c) => (outputs[at + 2 + c] = output(row, (choice) => choice === one)));
  }
  return { from, to, outputs };
}

/** First and total order indices of each column. */
export interface SobolIndices {
  readonly first: Float64Array;
  readonly total: Float64Array;
}

/**
 * Variance-based sensitivity from Saltelli's scheme. `outputs` is rows × (2 + d): y_A, y_B, then y_AB^i (A with column i of
 * B). S_i = mean(y_B·(y_ABi − y_A))/V, S_Ti = mean((y_A − y_ABi)²)/(2V), V the variance (n − 1) of y_A and y_B together.
 * Where nothing varies all are zero. `rows` picks rows, with repeats, for a bootstrap.
 * Source: Saltelli et al. (2010), Computer Physics Communications 181, 259–270, table 2 (b) and (f); COINr `SA_estimate`.
 */
export function sobolIndices(
  outputs: Float64Array,
  choices: number,
  rows: Int32Array | null = null,
): SobolIndices {
  const width = 2 + choices;
  const n = rows ? rows.length : outputs.length / width;
  const first = new Float64Array(choices);
  const total = new Float64Array(choices);
  let sum = 0;
  for (let k = 0; k < n; k += 1) {
    const at = (rows ? rows[k] : k) * width;
    sum += outputs[at] + outputs[at + 1];
  }
  const mean = sum / (2 * n);
  let squares = 0;
  for (let k = 0; k < n; k += 1) {
    const at = (rows ? rows[k] : k) * width;
    const a = outputs[at];
    const b = outputs[at + 1];
    squares += (a - mean) * (a - mean) + (b - mean) * (b - mean);
    for (let c = 0; c < choices; c += 1) {
      const mixed = outputs[at + 2 + c];
      first[c] += b * (mixed - a);
      total[c] += (a - mixed) * (a - mixed);
    }
  }
  const variance = squares / (2 * n - 1);
  for (let c = 0; c < choices; c += 1) {
    first[c] = variance > 0 ? first[c] / n / variance : 0;
    total[c] = variance > 0 ? total[c] / n / (2 * variance) : 0;
  }
  return { first, total };
}

const bootstraps = 500;
/** The bootstrap's own streams, beside those of the draws. */
const bootstrapPath = 4;

/** Indices of every choice that varies, with 5 and 95 % of their bootstrap over rows. */
export function sensitivities(
  stretches: readonly SensitivityRows[],
  plan: RobustnessPlan,
): readonly Sensitivity[] {
  const choices = uncertainChoices(plan);
  if (choices.length < 2 || stretches.length === 0) return [];
  const outputs = Float64Array.from(stretches.flatMap((stretch) => [...stretch.outputs]));
  const rows = outputs.length / (2 + choices.length);
  const { first, total } = sobolIndices(outputs, choices.length);
  const firsts = choices.map(() => new Float64Array(bootstraps));
  const totals = choices.map(() => new Float64Array(bootstraps));
  const picked = new Int32Array(rows);
  for (let sample = 0; sample < bootstraps; sample += 1) {
    const next = stream(plan.seed, bootstrapPath, sample);
    for (let k = 0; k < rows; k += 1) picked[k] = drawIndex(next, rows);
    const again = sobolIndices(outputs, choices.length, picked);
    choices.forEach((_, c) => {
      firsts[c][sample] = again.first[c];
      totals[c][sample] = again.total[c];
    });
  }
  return choices.map((choice, c) => {
    const byFirst = sorted(firsts[c]);
    const byTotal = sorted(totals[c]);
    return {
      choice,
      first: first[c],
      firstLower: quantile(byFirst, lowerShare),
      firstUpper: quantile(byFirst, upperShare),
      total: total[c],
      totalLower: quantile(byTotal, lowerShare),
      totalUpper: quantile(byTotal, upperShare),
    };
  });
}
