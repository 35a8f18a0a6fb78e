import { Matrix, QrDecomposition, SVD } from "ml-matrix";

/**
 * The x ≥ 0 that makes ‖Ax − b‖ least, by the active-set method. `a` row by row. Finite; ends after 30 rounds a
 * variable at the latest, with the best x so far.
 * Source: Lawson & Hanson (1974), Solving Least Squares Problems, ch. 23.
 * @example A = [1, 0; 0, 1], b = [2, −1] → 2, 0
 */
export function nonNegativeLeastSquares(
  a: readonly (readonly number[])[],
  b: readonly number[],
): Float64Array {
  const variables = a[0].length;
  const x = new Float64Array(variables);
  const passive = new Set<number>();
  const size = Math.max(...a.flat().map(Math.abs), Number.MIN_VALUE);
  const tolerance = 1e-13 * size * Math.max(...b.map(Math.abs), Number.MIN_VALUE) * a.length;
  for (let round = 0; round < 30 * variables; round += 1) {
    const residual = a.map((row, i) => b[i] - row.reduce((sum, each, j) => sum + each * x[j], 0));
    const gradient = Array.from(x, (_, j) => a.reduce((sum, row, i) => sum + row[j] * residual[i], 0));
    let entering = -1;
    for (let j = 0; j < variables; j += 1) {
      if (!passive.has(j) && gradient[j] > tolerance && (entering < 0 || gradient[j] > gradient[entering])) {
        entering = j;
      }
    }
    if (entering < 0) break;
    passive.add(entering);
    for (;;) {
      const columns = [...passive].sort((one, other) => one - other);
      const solved = leastSquares(a, b, columns);
      if (solved.every((each) => each > 0)) {
        columns.forEach((j, c) => (x[j] = solved[c]));
        break;
      }
      // As far as the first variable that reaches zero; that one leaves.
      let step = 1;
      columns.forEach((j, c) => {
        if (solved[c] <= 0) step = Math.min(step, x[j] === solved[c] ? 0 : x[j] / (x[j] - solved[c]));
      });
      columns.forEach((j, c) => (x[j] += step * (solved[c] - x[j])));
      let left = 0;
      columns.forEach((j, c) => {
        if (solved[c] <= 0 && x[j] <= 1e-15) {
          x[j] = 0;
          passive.delete(j);
          left += 1;
        }
      });
      if (left === 0 || passive.size === 0) break;
    }
  }
  return x;
}

function leastSquares(
  a: readonly (readonly number[])[],
  b: readonly number[],
  columns: readonly number[],
): number[] {
  const matrix = new Matrix(a.map((row) => columns.map((j) => row[j])));
  const right = Matrix.columnVector([...b]);
  const decomposition = new QrDecomposition(matrix);
  const solution = decomposition.isFullRank()
    ? decomposition.solve(right)
    : new SVD(matrix, { autoTranspose: true }).solve(right);
  return solution.to1DArray();
}
