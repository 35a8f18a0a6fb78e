import type { Method, Parameters, Values } from "../method";

/** The lowest and the highest score that normalisation gives. */
export type Scale = readonly [low: number, high: number];

/** Which children's scores a method is defined for: all, zero or more, above zero, or the score's scale. */
export type Domain = "any" | "not-negative" | "positive" | "scale";

/** What can be relied on, beyond missing values and the order of units and children, which no method minds. */
export interface Keeps {
  /** A unit's score lies between its least and greatest child, and other units do not matter to it. */
  readonly between: boolean;
  /** A unit that gains in one child never loses by it, the other units being as they were. */
  readonly rises: boolean;
  /** Among units with every child, one that is nowhere below another never scores below it. */
  readonly dominance: boolean;
}

/** What every mean keeps. */
export const mean: Keeps = { between: true, rises: true, dominance: true };

/**
 * Makes a parent's scores from its children's. `columns` are one a child, of equal length; `weights` add up to 1. A
 * missing child is left out and the weights of the others scaled up; a unit with no child present gets NaN. A child of
 * weight zero does not count.
 */
export interface Aggregator<P extends Parameters = Parameters> extends Method<P> {
  /** Units with a child outside the domain get NaN and an issue; what this writes for them is not used. */
  domain(parameters: Values<P>): Domain;
  readonly keeps: Keeps;
  /** How near to exact its numbers are, as a share of the scale, where a solver ends before that; absent: rounding alone. */
  readonly precision?: number;
  /** `scale` is the children's, and the result's where the method's own numbers are bounded. */
  aggregate(
    columns: readonly Float64Array[],
    weights: Float64Array,
    out: Float64Array,
    parameters: Values<P>,
    scale: Scale,
  ): void;
}

export function aggregator<const P extends Parameters>(declaration: Aggregator<P>): Aggregator<P> {
  return declaration;
}

/**
 * The weighted arithmetic mean Σwx / Σw over the present children. A missing child makes a unit's sum NaN, so that the loop
 * over a column tests nothing; those units, as a rule few, are then added up again one by one.
 */
export function weightedMean(
  columns: readonly Float64Array[],
  weights: Float64Array,
  out: Float64Array,
): void {
  let total = 0;
  out.fill(0);
  for (let child = 0; child < columns.length; child += 1) {
    const weight = weights[child];
    if (weight === 0) continue;
    total += weight;
    addWeighted(out, columns[child], weight);
  }
  for (let i = 0; i < out.length; i += 1) {
    if (out[i] === out[i]) out[i] /= total;
    else out[i] = presentMean(columns, weights, i);
  }
}

/** A loop of its own, four units a turn: a third quicker than one inside another function, or unit by unit. */
function addWeighted(out: Float64Array, column: Float64Array, weight: number): void {
  const units = out.length;
  let i = 0;
  for (; i + 3 < units; i += 4) {
    out[i] += weight * column[i];
    out[i + 1] += weight * column[i + 1];
    out[i + 2] += weight * column[i + 2];
    out[i + 3] += weight * column[i + 3];
  }
  for (; i < units; i += 1) out[i] += weight * column[i];
}

function presentMean(columns: readonly Float64Array[], weights: Float64Array, unit: number): number {
  let sum = 0;
  let present = 0;
  for (let child = 0; child < columns.length; child += 1) {
    const value = columns[child][unit];
    if (value !== value) continue;
    sum += weights[child] * value;
    present += weights[child];
  }
  return present > 0 ? sum / present : NaN;
}

/** Writes a function of each value to the same place of another column, or of the same; NaN stays NaN. */
export type Transform = (from: Float64Array, to: Float64Array) => void;

/**
 * The weighted quasi-arithmetic mean inverse(Σ w·forward(x) / Σ w) over the present children, one pass a child. Columns are
 * transformed whole, by loops of their own: a function called value by value takes twice as long. What it needs for that it
 * keeps for the next call.
 */
export function meanOf(
  forward: Transform,
  inverse: Transform,
): (columns: readonly Float64Array[], weights: Float64Array, out: Float64Array) => void {
  let values = new Float64Array(0);
  let present = new Float64Array(0);
  return (columns, weights, out) => {
    if (values.length < out.length) {
      values = new Float64Array(out.length);
      present = new Float64Array(out.length);
    }
    out.fill(0);
    present.fill(0);
    for (let child = 0; child < columns.length; child += 1) {
      if (weights[child] === 0) continue;
      forward(columns[child], values);
      addPresent(out, present, values, weights[child]);
    }
    for (let i = 0; i < out.length; i += 1) out[i] /= present[i];
    inverse(out, out);
  };
}

function addPresent(out: Float64Array, present: Float64Array, values: Float64Array, weight: number): void {
  for (let i = 0; i < out.length; i += 1) {
    const value = values[i];
    if (value !== value) continue;
    out[i] += weight * value;
    present[i] += weight;
  }
}

/** The children that count: those with a weight above zero. */
export function counting(weights: Float64Array): number[] {
  return [...weights.keys()].filter((child) => weights[child] > 0);
}

/** Puts shares between 0 and 1 on the scale, in place. */
export function ontoScale(shares: Float64Array, [low, high]: Scale): void {
  for (let i = 0; i < shares.length; i += 1) shares[i] = low + (high - low) * shares[i];
}
