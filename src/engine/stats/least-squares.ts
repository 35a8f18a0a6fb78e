import { Matrix, SingularValueDecomposition } from "ml-matrix";

/** A singular value smaller than this, relative to the greatest, counts as zero: that column follows from the others. */
const negligible = 1e-10;

/**
 * Coefficients b that make Σ(y − Xb)² least, the shortest such b where columns depend on each other (pseudo-inverse, from
 * the singular values). `columns` are the columns of X, each as long as `y`; none may hold NaN.
 * Source: Golub & Van Loan (2013), Matrix Computations, §5.5.
 * @example columns [1, 1, 1], [0, 1, 2] and y [1, 3, 5] → 1, 2
 */
export function leastSquares(columns: readonly Float64Array[], y: Float64Array): number[] {
  const rows = y.length;
  const x = new Matrix(rows, columns.length);
  columns.forEach((column, c) => {
    for (let r = 0; r < rows; r += 1) x.set(r, c, column[r]);
  });
  const {
    leftSingularVectors: left,
    rightSingularVectors: right,
    diagonal,
  } = new SingularValueDecomposition(x, {
    autoTranspose: true,
  });
  const greatest = Math.max(...diagonal);
  const coefficients = columns.map(() => 0);
  diagonal.forEach((singular, s) => {
    if (!(singular > negligible * greatest)) return;
    let projection = 0;
    for (let r = 0; r < rows; r += 1) projection += left.get(r, s) * y[r];
    coefficients.forEach((_, c) => (coefficients[c] += (right.get(c, s) * projection) / singular));
  });
  return coefficients;
}
