/** How far ranks moved, over units that have one both ways. */
export interface Shift {
  /** NaN where no unit has a rank both ways. */
  readonly mean: number;
  readonly largest: number;
  /** The unit that moved most, the better ranked of several; -1 where none moved. */
  readonly unit: number;
}

/** Mean absolute shift; NaN where no unit has a rank both ways. */
export function meanShift(before: Int32Array, after: Int32Array): number {
  let sum = 0;
  let n = 0;
  for (let i = 0; i < before.length; i += 1) {
    if (before[i] === 0 || after[i] === 0) continue;
    sum += Math.abs(after[i] - before[i]);
    n += 1;
  }
  return sum / n;
}

/** `order` is that of the ranks before, best first. */
export function shiftOf(before: Int32Array, after: Int32Array, order: Int32Array): Shift {
  let unit = -1;
  let largest = 0;
  for (let place = 0; place < order.length; place += 1) {
    const i = order[place];
    if (before[i] === 0 || after[i] === 0) continue;
    const shift = Math.abs(after[i] - before[i]);
    if (shift > largest) {
      largest = shift;
      unit = i;
    }
  }
  const mean = meanShift(before, after);
  return { mean, largest: mean === mean ? largest : NaN, unit };
}
