/** Sweeps over all pairs of factors; a handful is the rule. */
const mostSweeps = 500;

/**
 * Varimax rotation with Kaiser's normalisation: turns the factors, two at a time by the angle that is best for the two,
 * until no turn raises the summed variance of the squared loadings. `loadings[j][f]`: variable j, factor f. Each row is
 * divided by its length (√communality) for the rotation and multiplied back, so communalities do not change; a row of
 * zeros stays. One factor has nothing to turn.
 * Source: Kaiser (1958), Psychometrika 23, 187–200.
 */
export function varimax(loadings: readonly (readonly number[])[]): number[][] {
  const lengths = loadings.map((row) => Math.hypot(...row));
  const rows = loadings.map((row, j) => row.map((each) => (lengths[j] > 0 ? each / lengths[j] : 0)));
  const factors = loadings[0]?.length ?? 0;
  for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
    let turned = 0;
    for (let a = 0; a < factors; a += 1) {
      for (let b = a + 1; b < factors; b += 1) {
        const angle = bestAngle(rows, a, b);
        turned = Math.max(turned, Math.abs(angle));
        const cosine = Math.cos(angle);
        const sine = Math.sin(angle);
        for (const row of rows) {
          const x = row[a];
          const y = row[b];
          row[a] = cosine * x + sine * y;
          row[b] = cosine * y - sine * x;
        }
      }
    }
    if (turned < 1e-12) break;
  }
  return rows.map((row, j) => row.map((each) => each * lengths[j]));
}

/** Kaiser's angle for two factors: tan 4φ = (D − 2AB/n)/(C − (A² − B²)/n) with u = x² − y², v = 2xy. */
function bestAngle(rows: readonly (readonly number[])[], a: number, b: number): number {
  let sumU = 0;
  let sumV = 0;
  let squares = 0;
  let products = 0;
  for (const row of rows) {
    const u = row[a] * row[a] - row[b] * row[b];
    const v = 2 * row[a] * row[b];
    sumU += u;
    sumV += v;
    squares += u * u - v * v;
    products += 2 * u * v;
  }
  const numerator = products - (2 * sumU * sumV) / rows.length;
  const denominator = squares - (sumU * sumU - sumV * sumV) / rows.length;
  return Math.hypot(numerator, denominator) < 1e-15 ? 0 : Math.atan2(numerator, denominator) / 4;
}
