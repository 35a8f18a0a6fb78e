import { completeUnits, standardised } from "../stats/correlation-matrix";
import { leastSquares } from "../stats/least-squares";
import { ascendingRanks } from "../stats/rank";

/**
 * How far a column follows from others: R² of the regression of its ranks on theirs (ties share the mean rank), so that
 * any rising function of them counts, a geometric mean as well as a sum. Over the units that have all columns; NaN with
 * fewer than five units for each column, which anything would seem to follow from, or where the column does not vary.
 * Columns are indicators' values, one a unit, NaN for missing.
 * @example y 1…20 and a column of its squares → 1
 */
export function determination(y: Float64Array, columns: readonly Float64Array[]): number {
  const all = [y, ...columns];
  const units = completeUnits(all);
  if (units.length < 5 * all.length) return NaN;
  const ranks = standardised(
    all.map((column) =>
      ascendingRanks(
        Float64Array.from(units, (unit) => column[unit]),
        "average",
      ),
    ),
  );
  if (ranks.varying[0] !== 0) return NaN;
  const [own, ...others] = ranks.columns;
  if (others.length === 0) return 0;
  const coefficients = leastSquares(others, own);
  let left = 0;
  for (let i = 0; i < own.length; i += 1) {
    const fitted = others.reduce((sum, column, c) => sum + coefficients[c] * column[i], 0);
    left += (own[i] - fitted) ** 2;
  }
  return 1 - left / (own.length - 1);
}
