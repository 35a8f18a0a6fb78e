import { pearson } from "./correlation";
import { normalTwoSided, studentTwoSided } from "./distribution";
import { ascendingRanks } from "./rank";

/** A coefficient between −1 and 1, and its two-sided p-value under no association. */
export interface Coefficient {
  readonly r: number;
  readonly p: number;
}

export interface Association {
  /** Places where both are present. */
  readonly n: number;
  readonly pearson: Coefficient;
  readonly spearman: Coefficient;
  readonly kendall: Coefficient;
}

/** The places where both are present, in new arrays. */
export function paired(x: Float64Array, y: Float64Array): { x: Float64Array; y: Float64Array } {
  const ownX = new Float64Array(x.length);
  const ownY = new Float64Array(x.length);
  let n = 0;
  for (let i = 0; i < x.length; i += 1) {
    if (x[i] !== x[i] || y[i] !== y[i]) continue;
    ownX[n] = x[i];
    ownY[n] = y[i];
    n += 1;
  }
  return { x: ownX.subarray(0, n), y: ownY.subarray(0, n) };
}

/**
 * Pearson's r, Spearman's ρ (average ranks) and Kendall's τ_b over the places where both are present, each with a two-sided
 * p-value: of r and ρ by Student's t with n − 2, of τ by its exact distribution without ties up to 50 pairs, else by the
 * normal with variance for ties. NaN for fewer than two pairs (p: three; τ's p: two) or where one has no spread.
 * Source: Kendall (1970), Rank Correlation Methods, 4th ed., ch. 3–5; scipy.stats `pearsonr`, `spearmanr`, `kendalltau`.
 * @example 1, 2, 3, 4 and 1, 2, 3, 4: τ = 1, p = 2/24
 */
export function associate(one: Float64Array, other: Float64Array): Association {
  const { x, y } = paired(one, other);
  const r = pearson(x, y);
  const rho = pearson(ascendingRanks(x, "average"), ascendingRanks(y, "average"));
  return {
    n: x.length,
    pearson: { r, p: correlationP(r, x.length) },
    spearman: { r: rho, p: correlationP(rho, x.length) },
    kendall: kendall(x, y),
  };
}

/** Two-sided p-value of a correlation of n pairs, by t = r√((n − 2)/(1 − r²)) with n − 2. NaN for n < 3. */
export function correlationP(r: number, n: number): number {
  if (n < 3 || r !== r) return NaN;
  return Math.abs(r) === 1 ? 0 : studentTwoSided(r * Math.sqrt((n - 2) / (1 - r * r)), n - 2);
}

/** τ_b by Knight's (1966) merge sort, n log n; `x` and `y` without missing values. */
function kendall(x: Float64Array, y: Float64Array): Coefficient {
  const n = x.length;
  const order = Array.from(x.keys()).sort((a, b) => x[a] - x[b] || y[a] - y[b]);
  const tiesX = ties(order, (a, b) => x[a] === x[b]);
  const tiesBoth = ties(order, (a, b) => x[a] === x[b] && y[a] === y[b]);
  const discordant = swaps(Float64Array.from(order, (i) => y[i]));
  const byY = Array.from(y.keys()).sort((a, b) => y[a] - y[b]);
  const tiesY = ties(byY, (a, b) => y[a] === y[b]);
  const all = (n * (n - 1)) / 2;
  const surplus = all - tiesX.pairs - tiesY.pairs + tiesBoth.pairs - 2 * discordant;
  const scale = Math.sqrt(all - tiesX.pairs) * Math.sqrt(all - tiesY.pairs);
  if (!(scale > 0)) return { r: NaN, p: NaN };
  const r = Math.max(-1, Math.min(1, surplus / scale));
  if (tiesX.pairs === 0 && tiesY.pairs === 0 && n <= 50) return { r, p: exactP(n, discordant) };
  const m = n * (n - 1);
  const variance =
    (m * (2 * n + 5) - tiesX.fives - tiesY.fives) / 18 +
    (2 * tiesX.pairs * tiesY.pairs) / m +
    (n > 2 ? (tiesX.triples * tiesY.triples) / (9 * m * (n - 2)) : 0);
  return { r, p: normalTwoSided(surplus / Math.sqrt(variance)) };
}

/** Over runs of t equal neighbours: Σt(t−1)/2, Σt(t−1)(t−2), Σt(t−1)(2t+5). */
function ties(order: readonly number[], equal: (a: number, b: number) => boolean) {
  let pairs = 0;
  let triples = 0;
  let fives = 0;
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && equal(order[start], order[end])) end += 1;
    const t = end - start;
    pairs += (t * (t - 1)) / 2;
    triples += t * (t - 1) * (t - 2);
    fives += t * (t - 1) * (2 * t + 5);
    start = end;
  }
  return { pairs, triples, fives };
}

/** How many pairs of places hold a greater value before a smaller one; sorts the array. */
function swaps(values: Float64Array): number {
  const n = values.length;
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(n);
  let count = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(start + 2 * width, n);
      let left = start;
      let right = middle;
      for (let place = start; place < end; place += 1) {
        if (left < middle && (right >= end || from[left] <= from[right])) to[place] = from[left++];
        else {
          if (left < middle) count += middle - left;
          to[place] = from[right++];
        }
      }
    }
    [from, to] = [to, from];
  }
  return count;
}

/** Share of the orders of n things that have as few, or as many, discordant pairs. */
function exactP(n: number, discordant: number): number {
  const all = (n * (n - 1)) / 2;
  let shares = new Float64Array(all + 1);
  shares[0] = 1;
  for (let size = 2; size <= n; size += 1) {
    // The next thing can stand before 0 to size − 1 of the others, each as likely.
    const next = new Float64Array(all + 1);
    let window = 0;
    for (let d = 0; d <= (size * (size - 1)) / 2; d += 1) {
      window += shares[d] - (d >= size ? shares[d - size] : 0);
      next[d] = Math.max(0, window) / size;
    }
    shares = next;
  }
  const extreme = Math.min(discordant, all - discordant);
  let tail = 0;
  for (let d = 0; d <= extreme; d += 1) tail += shares[d];
  return Math.min(1, 2 * tail);
}
