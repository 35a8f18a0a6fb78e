import { solve } from "yalps";

/**
 * The x ≥ 0 that makes `objective`·x greatest under `rows[r]`·x ≤ `bounds[r]`, all bounds zero or more (so that x = 0 is
 * allowed). Null when it is unbounded or the solver gives up. Numbers should be of the order of 1.
 * @example maximise x + y under x + 2y ≤ 4 and x ≤ 2 → 2, 1
 */
export function maximise(
  objective: readonly number[],
  rows: readonly ArrayLike<number>[],
  bounds: readonly number[],
): Float64Array | null {
  const aim = rows.length;
  const solution = solve({
    direction: "maximize",
    objective: aim,
    constraints: bounds.map((max, r): [number, { max: number }] => [r, { max }]),
    variables: objective.map((gain, j): [number, [number, number][]] => [
      j,
      [...rows.map((row, r): [number, number] => [r, row[j]]), [aim, gain]],
    ]),
  });
  if (solution.status !== "optimal") return null;
  const x = new Float64Array(objective.length);
  for (const [j, value] of solution.variables) x[j] = Math.max(0, value);
  return x;
}
