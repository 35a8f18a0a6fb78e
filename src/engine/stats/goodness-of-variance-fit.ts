import { mean } from "./moments";

/**
 * Goodness of variance fit of a division: 1 − (squared deviations from the classes' means)/(squared deviations from the
 * mean of all), 0–1. `classOf` gives each value's class; values with a negative class, and missing ones, do not count. NaN
 * without spread.
 * Source: Robinson et al. (1984), Elements of Cartography, 5th ed.; R classInt, `jenks.tests`.
 * @example 1, 1, 9, 9 in classes 0, 0, 1, 1 → 1
 */
export function goodnessOfVarianceFit(values: ArrayLike<number>, classOf: ArrayLike<number>): number {
  const classes = new Map<number, number[]>();
  const all: number[] = [];
  for (let i = 0; i < values.length; i += 1) {
    if (values[i] !== values[i] || classOf[i] < 0) continue;
    all.push(values[i]);
    const own = classes.get(classOf[i]);
    if (own) own.push(values[i]);
    else classes.set(classOf[i], [values[i]]);
  }
  const total = squares(all);
  let within = 0;
  for (const own of classes.values()) within += squares(own);
  return total > 0 ? 1 - within / total : NaN;
}

function squares(values: readonly number[]): number {
  const centre = mean(values);
  let sum = 0;
  for (const value of values) sum += (value - centre) * (value - centre);
  return sum;
}
