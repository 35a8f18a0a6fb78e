import type { CellRange } from "../../base/address";
import { issue, type Issue } from "../../base/issue";
import type { Study } from "../../engine/index";
import type { ColumnSpread } from "./column-spread";
import type { DataPlaces } from "./data";
import { firstEqual } from "./first-equal";

/** Fewer values than this say nothing about one another. */
const enough = 10;

/**
 * Values that are numbers but hardly what was meant: 100 times the column's median or a hundredth of it and far from all
 * others (a slip of the unit), shares among percents, a sign that no other has, a unit equal to another in everything.
 * Warnings at the cells; nothing is changed.
 */
export function noteSuspicious(
  study: Study,
  places: DataPlaces,
  spreads: readonly ColumnSpread[],
  issues: Issue[],
): void {
  const n = study.units.length;
  study.indicators.forEach((indicator, j) => {
    const spread = spreads[j];
    if (spread.sizes < enough) return;
    const values = study.values.subarray(j * n, (j + 1) * n);
    const isShare = shareWords.test(`${indicator.measure} ${indicator.name}`);
    const shares =
      isShare && spread.least <= 1 && spread.greatest <= 100 ? shareLimit(values, spread.sizes) : 0;
    const fewNegative = spread.negative > 0 && spread.negative <= Math.max(1, spread.sizes / 50);
    // All is known within a factor of two: nothing is 99 times off the middle, and the column need not be sorted.
    const isNarrow = 2 * spread.greatest < 99 * spread.middle && spread.least > (2 * spread.middle) / 99;
    if (isNarrow && !fewNegative && shares === 0) return;
    const sizes = sortedSizes(values, spread.sizes);
    const median = sizes[Math.floor(sizes.length / 2)];
    const [least, greatest] = bulk(sizes, median);
    const say = (unit: number, code: "data.percent-mixed" | "data.sign" | "data.far-from-median") => {
      const params = { unit: study.units[unit].name, indicator: indicator.name, value: values[unit], median };
      issues.push(issue("warning", code, params, { unit, indicator: j }, placeOf(places, j, unit)));
    };
    for (let unit = 0; unit < n; unit += 1) {
      const size = Math.abs(values[unit]);
      if (Number.isNaN(size) || size === 0) continue;
      if (size <= shares) say(unit, "data.percent-mixed");
      else if (size < least || size > greatest) say(unit, "data.far-from-median");
      else if (fewNegative && values[unit] < 0 && size >= median / 2) say(unit, "data.sign");
    }
  });
  noteCopies(study, places, issues);
}

function sortedSizes(values: Float64Array, count: number): Float64Array {
  const sizes = new Float64Array(count);
  let at = 0;
  for (let i = 0; i < values.length; i += 1) {
    const size = Math.abs(values[i]);
    if (size > 0) sizes[at++] = size;
  }
  return sizes.sort();
}

const shareWords = /[%％]|percent|百分|率( |$)|比重|占比|rate\b|share\b/i;

/**
 * The bounds beyond which a value is 100 times off the median and five times farther out than the next: where a column
 * thins out gradually, nothing is beyond them.
 */
function bulk(sorted: Float64Array, median: number): [number, number] {
  let low = 0;
  let high = sorted.length - 1;
  for (let i = high; i > sorted.length / 2 && sorted[i] >= 99 * median; i -= 1)
    if (sorted[i] >= 5 * sorted[i - 1]) high = i - 1;
  for (let i = 0; i < sorted.length / 2 && sorted[i] <= median / 99; i += 1)
    if (sorted[i] * 5 <= sorted[i + 1]) low = i + 1;
  return [sorted[low], sorted[high]];
}

/** In a column of percents, the size up to which values are more likely shares: a few below 1, all others well above. */
function shareLimit(values: Float64Array, sizes: number): number {
  let upToOne = 0;
  let last = 0;
  let next = Infinity;
  let greatest = 0;
  for (let i = 0; i < values.length; i += 1) {
    const size = Math.abs(values[i]);
    if (size > greatest) greatest = size;
    if (size > 1 && size < next) next = size;
    if (size <= 1 && size > 0) {
      upToOne += 1;
      if (size > last) last = size;
    }
  }
  if (upToOne === 0 || upToOne > sizes * 0.3 || greatest > 100) return 0;
  return next >= 5 * last && last * 100 >= next / 3 && last * 100 <= greatest * 3 ? last : 0;
}

/** Units with the same values throughout, three at least. */
function noteCopies(study: Study, places: DataPlaces, issues: Issue[]): void {
  const n = study.units.length;
  const count = study.indicators.length;
  if (count < 3) return;
  const keys = new Float64Array(n);
  const words = new Int32Array(keys.buffer);
  const firstOf = firstEqual(n, (one, other) => keys[one] === keys[other]);
  for (let unit = 0; unit < n; unit += 1) {
    // Most units differ in their first values: a short key will do to find those that may not.
    let present = 0;
    let key = 0;
    for (let j = 0; j < count && present < 3; j += 1) {
      const value = study.values[j * n + unit];
      if (value !== value) continue;
      present += 1;
      key = key * 1.618033988749895 + value * (j + 1);
    }
    if (present < 3) continue;
    keys[unit] = key;
    const other = firstOf(unit, words[2 * unit] ^ Math.imul(words[2 * unit + 1], 0x85ebca6b));
    if (other !== unit && equal(study, unit, other)) {
      const params = { unit: study.units[unit].name, other: study.units[other].name };
      issues.push(issue("warning", "data.same-values", params, { unit }, places.unit(unit)));
    }
  }
}

function equal(study: Study, a: number, b: number): boolean {
  const n = study.units.length;
  return study.indicators.every((_, j) => Object.is(study.values[j * n + a], study.values[j * n + b]));
}

function placeOf(places: DataPlaces, indicator: number, unit: number): CellRange | undefined {
  return places.cell(indicator, unit) ?? undefined;
}
