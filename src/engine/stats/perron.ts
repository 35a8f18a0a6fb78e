const mostSteps = 200000;

/**
 * Principal (Perron) eigenvector and eigenvalue of a square matrix, row by row, that has no negative number, a positive
 * diagonal and a way from every row to every other: by repeated multiplication, which then always converges. The
 * vector's parts are positive and add up to 1. `order` is the number of rows.
 * Source: Perron (1907), Mathematische Annalen 64; Saaty (1980), The Analytic Hierarchy Process, ch. 7.
 * @example [1, 3; 1/3, 1] → 0.75, 0.25, λ = 2
 */
export function perron(matrix: Float64Array, order: number): { vector: Float64Array; value: number } {
  let vector = new Float64Array(order).fill(1 / order);
  let value = order;
  for (let step = 0; step < mostSteps; step += 1) {
    const next = new Float64Array(order);
    let total = 0;
    for (let i = 0; i < order; i += 1) {
      for (let j = 0; j < order; j += 1) next[i] += matrix[i * order + j] * vector[j];
      total += next[i];
    }
    value = total;
    let change = 0;
    for (let i = 0; i < order; i += 1) {
      next[i] /= total;
      change = Math.max(change, Math.abs(next[i] - vector[i]) / next[i]);
    }
    vector = next;
    if (change < 1e-15) break;
  }
  return { vector, value };
}
