/**
 * The division of weighted values, ascending and all different, into `classes` neighbouring classes with the least sum of
 * squared deviations from the class means: exact, by dynamic programming over classes. As the best start of the last
 * class never falls when values are added, each class takes m log m steps and not m².
 *
 * Gives the index of the first value of every class but the first; fewer than `classes − 1` where there are fewer values.
 * Source: Fisher (1958), Journal of the American Statistical Association 53, 789–798; Jenks (1977).
 * @example 1, 2, 10, 11 in two classes → [2]
 */
export function naturalBreaks(
  values: ArrayLike<number>,
  counts: ArrayLike<number>,
  classes: number,
): number[] {
  const m = values.length;
  const k = Math.min(Math.round(classes), m);
  if (k < 2) return [];
  const within = squaresWithin(values, counts);
  let before = Float64Array.from({ length: m }, (_, last) => within(0, last));
  const starts: Int32Array[] = [];
  for (let number = 2; number <= k; number += 1) {
    const least = new Float64Array(m).fill(Infinity);
    const start = new Int32Array(m);
    // Ranges of last values still to do, with the range in which the best start of the last class must lie.
    const open: [from: number, to: number, low: number, high: number][] = [
      [number - 1, m - 1, number - 1, m - 1],
    ];
    while (open.length > 0) {
      const [from, to, low, high] = open.pop()!;
      if (from > to) continue;
      const last = (from + to) >> 1;
      for (let first = low; first <= Math.min(last, high); first += 1) {
        const total = before[first - 1] + within(first, last);
        if (total < least[last]) {
          least[last] = total;
          start[last] = first;
        }
      }
      open.push([from, last - 1, low, start[last]], [last + 1, to, start[last], high]);
    }
    before = least;
    starts.push(start);
  }
  const breaks: number[] = [];
  for (let last = m - 1, number = k - 2; number >= 0; number -= 1) {
    const first = starts[number][last];
    breaks.unshift(first);
    last = first - 1;
  }
  return breaks;
}

/** Σc(v − mean)² of the values first..last, by prefix sums around the mean of all, so that little is lost. */
function squaresWithin(
  values: ArrayLike<number>,
  counts: ArrayLike<number>,
): (first: number, last: number) => number {
  const m = values.length;
  let total = 0;
  let number = 0;
  for (let i = 0; i < m; i += 1) {
    total += values[i] * counts[i];
    number += counts[i];
  }
  const centre = total / number;
  const size = Math.max(Math.abs(values[0] - centre), Math.abs(values[m - 1] - centre)) || 1;
  const weight = new Float64Array(m + 1);
  const sums = new Float64Array(m + 1);
  const squares = new Float64Array(m + 1);
  for (let i = 0; i < m; i += 1) {
    const off = (values[i] - centre) / size;
    weight[i + 1] = weight[i] + counts[i];
    sums[i + 1] = sums[i] + counts[i] * off;
    squares[i + 1] = squares[i] + counts[i] * off * off;
  }
  return (first, last) => {
    const sum = sums[last + 1] - sums[first];
    const own = squares[last + 1] - squares[first] - (sum * sum) / (weight[last + 1] - weight[first]);
    return own > 0 ? own : 0;
  };
}
