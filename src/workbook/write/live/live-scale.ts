import type { CellRange } from "../../../base/address";
import { normalisers, parameterValues, rowOf, type Result } from "../../../engine/index";
import type { Reading } from "../../read/read-workbook";

/** One end of a scale: a number, the cell that the framework gives it in, or a statistic of the indicator's values. */
export type ScaleEnd =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "cell"; readonly at: CellRange; readonly value: number }
  | { readonly kind: "least" | "greatest" | "mean"; readonly value: number }
  /** The mean and so many standard deviations (of n − 1, or of n). */
  | {
      readonly kind: "deviation";
      readonly times: number;
      readonly population: boolean;
      readonly value: number;
    };

/**
 * A normalisation that a formula can say: `from` earns `scoreFrom`, `to` earns `scoreTo`, and values between in
 * proportion (of their logarithms, or so that equal steps multiply the score), cut to the least and greatest where `clip`.
 */
export interface LiveScale {
  readonly from: ScaleEnd;
  readonly to: ScaleEnd;
  readonly scoreFrom: number;
  readonly scoreTo: number;
  readonly form: "linear" | "log" | "exponential";
  readonly clip: { readonly low: number | null; readonly high: number | null };
  /** What the values are first turned into: 1 less the share of the way from the ideal to the farthest end. */
  readonly ideal: {
    readonly from: number;
    readonly to: number;
    readonly low: number;
    readonly high: number;
  } | null;
}

/**
 * The scale of an indicator as a formula can say it: min–max, goalposts (logarithms too), z-score, efficacy (linear and
 * exponential) and distance to a target, in every direction. Null for other methods, and where the values have no spread.
 */
export function scaleOf(result: Result, reading: Reading, j: number): LiveScale | null {
  const { study, recipe, stages } = result;
  const indicator = study.indicators[j];
  const choice = indicator.normalisation ?? recipe.normalisation;
  const method = normalisers.find((each) => each.key === choice.key);
  const leaf = study.nodes.findIndex((node) => node.indicator === j);
  if (!method || leaf < 0) return null;
  const parameters = parameterValues(method, choice) as Record<string, unknown>;
  const values = rowOf(stages.treated, j, study.units.length).filter((value) => value === value);
  if (values.length === 0) return null;
  const least = values.reduce((a, b) => Math.min(a, b));
  const greatest = values.reduce((a, b) => Math.max(a, b));
  if (!(greatest > least)) return null;

  const isIdeal = indicator.direction === "ideal" || indicator.direction === "interval";
  const ideal = isIdeal
    ? {
        from: indicator.idealLow,
        to: indicator.direction === "ideal" ? indicator.idealLow : indicator.idealHigh,
        low: indicator.low,
        high: indicator.high,
      }
    : null;
  const cells = reading.places?.tree.cellsOf[leaf];
  const given = (field: "low" | "high"): ScaleEnd | null => {
    const value = indicator[field];
    if (Number.isNaN(value)) return null;
    const at = cells?.[field];
    return at && reading.held(at) === value ? { kind: "cell", at, value } : { kind: "number", value };
  };
  const directed = isIdeal ? idealised(values, ideal!) : null;
  const end = (kind: "least" | "greatest"): ScaleEnd => {
    const of = directed ?? values;
    return { kind, value: of.reduce((a, b) => (kind === "least" ? Math.min(a, b) : Math.max(a, b))) };
  };
  const falls = indicator.direction === "negative";
  const worst = end(falls ? "greatest" : "least");
  const best = end(falls ? "least" : "greatest");
  const number = (value: number): ScaleEnd => ({ kind: "number", value });
  const low = ideal ? number(0) : (given(falls ? "high" : "low") ?? worst);
  const high = ideal ? number(1) : (given(falls ? "low" : "high") ?? best);
  const [bottom, top] = recipe.scale;
  const free = { low: null, high: null };
  const made = (
    from: ScaleEnd,
    to: ScaleEnd,
    scoreFrom: number,
    scoreTo: number,
    form: LiveScale["form"],
    clip: LiveScale["clip"],
  ): LiveScale | null => {
    const spread = falls ? from.value - to.value : to.value - from.value;
    const logs = form !== "log" || (from.value > 0 && to.value > 0);
    return spread > 0 && logs ? { from, to, scoreFrom, scoreTo, form, clip, ideal } : null;
  };
  const orElse = (value: unknown, fallback: number) =>
    typeof value === "number" && !Number.isNaN(value) ? value : fallback;
  switch (method.key) {
    case "min-max":
      return made(
        worst,
        best,
        orElse(parameters.lower, bottom),
        orElse(parameters.upper, top),
        "linear",
        free,
      );
    case "goalposts": {
      const clip = parameters.clip === true ? { low: bottom, high: top } : free;
      // Where nothing is cut, a value that has no logarithm has no score that a formula could give.
      const log = parameters.log === true;
      if (log && (ideal !== null || (parameters.clip !== true && least <= 0))) return null;
      return made(low, high, bottom, top, log ? "log" : "linear", clip);
    }
    case "z-score": {
      const of = directed ?? values;
      const mean = of.reduce((sum, value) => sum + value, 0) / of.length;
      const population = parameters.population === true;
      const squares = of.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      const deviation = Math.sqrt(squares / (population ? of.length : of.length - 1));
      const times = falls ? -1 : 1;
      const centre = orElse(parameters.centre, 0);
      return made(
        { kind: "mean", value: mean },
        { kind: "deviation", times, population, value: mean + times * deviation },
        centre,
        centre + orElse(parameters.spread, 1),
        "linear",
        free,
      );
    }
    case "efficacy": {
      const base = orElse(parameters.base, 60);
      const full = base + orElse(parameters.range, 40);
      if (parameters.form === "log") return null;
      return made(low, high, base, full, parameters.form === "exponential" ? "exponential" : "linear", free);
    }
    case "distance-to-target":
      return made(
        worst,
        high,
        bottom,
        top,
        "linear",
        parameters.cap === true ? { low: null, high: top } : free,
      );
    default:
      return null;
  }
}

type Ideal = NonNullable<LiveScale["ideal"]>;

/** From the ideal to the farthest end: Low and High where the framework gives them, else the ends of the values. */
export function reachOf(values: Float64Array, { from, to, low, high }: Ideal): number {
  const there = values.filter((value) => value === value);
  const least = Number.isNaN(low) ? there.reduce((a, b) => Math.min(a, b), Infinity) : low;
  const greatest = Number.isNaN(high) ? there.reduce((a, b) => Math.max(a, b), -Infinity) : high;
  return Math.max(from - least, greatest - to);
}

/** 1 less the share of the way from the ideal to the farthest end, as the engine turns such indicators; NaN stays. */
export function idealised(values: Float64Array, ideal: Ideal): Float64Array {
  const reach = reachOf(values, ideal);
  return values.map((value) => 1 - Math.max(ideal.from - value, value - ideal.to, 0) / reach);
}
