import { LuDecomposition, Matrix } from "ml-matrix";
import { maximise } from "./linear-programme";

/** Least and greatest share of a column in a unit's own score, 0–1. */
export interface ShareBounds {
  readonly least: number;
  readonly most: number;
}

export interface Envelopment {
  /** Per unit its greatest weighted sum, 0–1; NaN where its programme was not solved. */
  readonly scores: Float64Array;
  /** Per unit the weights that give it. */
  readonly weights: readonly Float64Array[];
}

/** By how much a unit may exceed 1 before its constraint is added. */
const tolerance = 1e-9;

/**
 * Data envelopment with outputs alone ("benefit of the doubt"): per unit the weights w ≥ 0 that make Σ w_j z_j greatest
 * while no unit gets more than 1 by them; with bounds, least ≤ w_j z_j/Σ w z ≤ most for the unit's own columns that are
 * not zero. `rows` are the units, free of NaN, columns within 0–1 with a greatest value of 1 each.
 *
 * Only units that no other unit equals or beats everywhere can bind, and only those found to be exceeded enter the
 * programme: it grows as needed, so that the work follows the size of the frontier and not the square of the units. Units
 * are taken in an order of their values, so that theirs in the data does not matter; where several sets of weights are
 * equally good for a unit, which one it gets is the solver's choice.
 * Source: Cherchye et al. (2007), Social Indicators Research 82, 111–145; Charnes, Cooper & Rhodes (1978).
 * @example (1, 0.2), (0.2, 1), (0.5, 0.5) → scores 1, 1, 0.833
 */
export function envelopment(rows: readonly Float64Array[], bounds: ShareBounds | null): Envelopment {
  const size = rows[0]?.length ?? 0;
  const total = (row: Float64Array) => row.reduce((sum, each) => sum + each, 0);
  const totals = rows.map(total);
  const order = rows.map((_, i) => i).sort((a, b) => totals[b] - totals[a] || compare(rows[b], rows[a]));
  const frontier: Float64Array[] = [];
  for (const i of order) {
    if (!frontier.some((better) => rows[i].every((value, j) => value <= better[j]))) frontier.push(rows[i]);
  }
  // The greatest of each column bounds its weight, so that every programme has an end.
  const binding = new Set<Float64Array>();
  for (let j = 0; j < size; j += 1) {
    binding.add(frontier.reduce((most, row) => (row[j] > most[j] ? row : most)));
  }

  const scores = new Float64Array(rows.length).fill(NaN);
  const weights: Float64Array[] = rows.map(() => new Float64Array(size));
  const corners: Corner[] = [];
  let previous = -1;
  for (const i of order) {
    if (previous >= 0 && compare(rows[i], rows[previous]) === 0) {
      scores[i] = scores[previous];
      weights[i] = weights[previous];
      continue;
    }
    previous = i;
    // Without bounds all units share one set of allowed weights, and many the same best corner of it.
    const known = bounds ? null : bestCorner(corners, rows[i]);
    if (known) {
      scores[i] = Math.min(1, dot(rows[i], known));
      weights[i] = known;
      continue;
    }
    const own = bounds ? shareRows(rows[i], bounds) : [];
    for (;;) {
      const constraints = [...binding, ...own];
      const limits = constraints.map((_, r) => (r < binding.size ? 1 : 0));
      const found = maximise([...rows[i]], constraints, limits);
      if (!found) break;
      let most = 1 + tolerance;
      let exceeded: Float64Array | null = null;
      for (const row of frontier) {
        const sum = dot(row, found);
        if (sum <= most || binding.has(row)) continue;
        most = sum;
        exceeded = row;
      }
      if (exceeded) {
        binding.add(exceeded);
        continue;
      }
      scores[i] = Math.min(1, dot(rows[i], found));
      weights[i] = found;
      const corner = bounds ? null : cornerAt(found, binding);
      if (corner) corners.push(corner);
      break;
    }
  }
  return { scores, weights };
}

/** Weights where as many constraints meet as there are columns, and the inverse of those constraints' rows. */
interface Corner {
  readonly weights: Float64Array;
  readonly inverse: Matrix;
}

/** The corner at some weights; null where more or fewer constraints meet than make one. */
function cornerAt(weights: Float64Array, binding: ReadonlySet<Float64Array>): Corner | null {
  const size = weights.length;
  const rows: number[][] = [];
  weights.forEach((weight, j) => {
    if (weight < 1e-10) rows.push(Array.from({ length: size }, (_, k) => (k === j ? -1 : 0)));
  });
  for (const row of binding) if (dot(row, weights) > 1 - 1e-9) rows.push([...row]);
  if (rows.length !== size) return null;
  const decomposition = new LuDecomposition(new Matrix(rows));
  return decomposition.isSingular() ? null : { weights, inverse: decomposition.solve(Matrix.eye(size)) };
}

/**
 * The corner, among those known, that is best for a unit: its row is a sum, with no negative part, of the constraints
 * that meet there (the condition of an optimum in linear programming). Null when none of them is.
 */
function bestCorner(corners: readonly Corner[], row: Float64Array): Float64Array | null {
  let best: Corner | null = null;
  let most = -Infinity;
  for (const corner of corners) {
    const sum = dot(row, corner.weights);
    if (sum > most) [best, most] = [corner, sum];
  }
  if (!best) return null;
  for (let c = 0; c < row.length; c += 1) {
    let part = 0;
    for (let j = 0; j < row.length; j += 1) part += row[j] * best.inverse.get(j, c);
    if (part < -tolerance) return null;
  }
  return best.weights;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j += 1) sum += a[j] * b[j];
  return sum;
}

function compare(a: Float64Array, b: Float64Array): number {
  for (let j = 0; j < a.length; j += 1) if (a[j] !== b[j]) return a[j] - b[j];
  return 0;
}

/** The bounds on shares as rows of a programme, each at most 0; bounds that the columns above zero cannot keep give way. */
function shareRows(row: Float64Array, { least, most }: ShareBounds): Float64Array[] {
  const own = [...row.keys()].filter((j) => row[j] > 0);
  const equal = 1 / own.length;
  const low = Math.min(least, equal);
  const high = Math.max(most, equal);
  const rows: Float64Array[] = [];
  for (const j of own) {
    if (low > 0) rows.push(row.map((value, k) => low * value - (k === j ? value : 0)));
    if (high < 1) rows.push(row.map((value, k) => (k === j ? value : 0) - high * value));
  }
  return rows;
}
