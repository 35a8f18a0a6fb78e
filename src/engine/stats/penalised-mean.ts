/** How the scores enter: standardised to mean 100 and deviation 10, linearly (x·factor + shift), or as they are. */
export interface PenalisedMeanSettings {
  /** Per child; `z = factor·x + shift`. */
  readonly factor: Float64Array;
  readonly shift: Float64Array;
  /** −1 lowers the score of an unbalanced unit, 1 raises it. */
  readonly sign: 1 | -1;
  /** Divide the variance across the children by k − 1 (k present) and not by k. */
  readonly sample: boolean;
}

/**
 * M ± S·cv = M ± S²/|M| per unit, M and S the weighted mean and standard deviation of z across the children present,
 * S² = Σw(z − M)²/Σw (`sample`: times k/(k − 1)). One child present: S = 0. M = 0: nothing to relate S to, so 0. No child
 * present: NaN. Two passes.
 */
export function penalisedMean(
  columns: readonly Float64Array[],
  weights: Float64Array,
  out: Float64Array,
  { factor, shift, sign, sample }: PenalisedMeanSettings,
): void {
  const units = out.length;
  const present = new Float64Array(units);
  const number = new Int32Array(units);
  const centre = new Float64Array(units);
  const squares = new Float64Array(units);
  for (let child = 0; child < columns.length; child += 1) {
    const weight = weights[child];
    if (weight === 0) continue;
    const column = columns[child];
    for (let i = 0; i < units; i += 1) {
      const value = column[i];
      if (value !== value) continue;
      centre[i] += weight * (factor[child] * value + shift[child]);
      present[i] += weight;
      number[i] += 1;
    }
  }
  for (let i = 0; i < units; i += 1) centre[i] /= present[i];
  for (let child = 0; child < columns.length; child += 1) {
    const weight = weights[child];
    if (weight === 0) continue;
    const column = columns[child];
    for (let i = 0; i < units; i += 1) {
      const value = column[i];
      if (value !== value) continue;
      // In units of the mean, so that the square of 1e300 is a number.
      const off = centre[i] === 0 ? 0 : (factor[child] * value + shift[child]) / centre[i] - 1;
      squares[i] += weight * off * off;
    }
  }
  for (let i = 0; i < units; i += 1) {
    const variation = squares[i] / present[i];
    const degrees = sample && number[i] > 1 ? number[i] / (number[i] - 1) : 1;
    out[i] = centre[i] + sign * Math.abs(centre[i]) * variation * degrees;
  }
}
