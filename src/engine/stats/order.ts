/** Sorts columns of up to a given length in memory of its own, so that sorting one allocates nothing. */
export interface Sorter {
  /** Indices of the present values from least to greatest; the first `sort(…)` of them count. */
  readonly order: Int32Array;
  /** Their values, ascending. */
  readonly ascending: Float64Array;
  /**
   * Sorts; equal values stay in their own order (−0 and 0 are equal). Says how many values are present; the rest of
   * `order` and `ascending` is left over from before.
   */
  sort(values: Float64Array): number;
}

/** A bucket that holds more than this would cost too much to sort by insertion. */
const fullest = 48;

/**
 * Two ways, both linear in the values: into as many buckets as values by their place between least and greatest, and
 * insertion inside them; or, where values crowd (ties, far outliers), a radix sort on the bits of the numbers.
 */
export function sorter(size: number): Sorter {
  const order = new Int32Array(size);
  const ascending = new Float64Array(size);
  const starts = new Int32Array(size + 1);
  const bucketOf = new Int32Array(size);

  function byBuckets(values: Float64Array, present: number, min: number, max: number): boolean {
    const factor = (present - 1) / (max - min);
    if (!(factor < Infinity) || factor === 0) return false;
    starts.fill(0, 0, present + 1);
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i];
      if (value !== value) continue;
      const bucket = ((value - min) * factor) | 0;
      bucketOf[i] = bucket;
      starts[bucket + 1] += 1;
    }
    let most = 0;
    for (let bucket = 0; bucket < present; bucket += 1) {
      if (starts[bucket + 1] > most) most = starts[bucket + 1];
      starts[bucket + 1] += starts[bucket];
    }
    if (most > fullest) return false;
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i];
      if (value !== value) continue;
      const place = starts[bucketOf[i]]++;
      order[place] = i;
      ascending[place] = value;
    }
    for (let place = 1; place < present; place += 1) {
      const value = ascending[place];
      if (ascending[place - 1] <= value) continue;
      const unit = order[place];
      let before = place - 1;
      while (before >= 0 && ascending[before] > value) {
        ascending[before + 1] = ascending[before];
        order[before + 1] = order[before];
        before -= 1;
      }
      ascending[before + 1] = value;
      order[before + 1] = unit;
    }
    return true;
  }

  let radix: ReturnType<typeof radixSorter> | null = null;
  return {
    order,
    ascending,
    sort(values) {
      let present = 0;
      let min = Infinity;
      let max = -Infinity;
      for (let i = 0; i < values.length; i += 1) {
        const value = values[i];
        if (value !== value) continue;
        present += 1;
        if (value < min) min = value;
        if (value > max) max = value;
      }
      if (present > 0 && !byBuckets(values, present, min, max)) {
        radix ??= radixSorter(size);
        radix(values, order);
        for (let place = 0; place < present; place += 1) ascending[place] = values[order[place]];
      }
      return present;
    },
  };
}

/** Indices of the present values from least to greatest, in a new array. */
export function ascendingOrder(values: Float64Array): Int32Array {
  const own = sorter(values.length);
  return own.order.subarray(0, own.sort(values));
}

const digitBits = 11;
const digits = 1 << digitBits;
/** Which half of a double holds its sign on this machine. */
const highWord = new Uint32Array(new Float64Array([-0]).buffer)[1] !== 0 ? 1 : 0;

/** A stable radix sort of indices, eleven bits at a time. */
function radixSorter(size: number): (values: Float64Array, order: Int32Array) => void {
  const high = new Uint32Array(size);
  const low = new Uint32Array(size);
  const spare = new Int32Array(size);
  const counts = new Int32Array(digits);
  const number = new Float64Array(1);
  const words = new Uint32Array(number.buffer);

  /** One stable pass by one digit, from `from` to `to`; false, with nothing moved, when all have the same. */
  function passOver(from: Int32Array, to: Int32Array, n: number, keys: Uint32Array, shift: number): boolean {
    counts.fill(0);
    for (let place = 0; place < n; place += 1) counts[(keys[from[place]] >>> shift) & (digits - 1)] += 1;
    if (counts[(keys[from[0]] >>> shift) & (digits - 1)] === n) return false;
    let start = 0;
    for (let digit = 0; digit < digits; digit += 1) {
      const count = counts[digit];
      counts[digit] = start;
      start += count;
    }
    for (let place = 0; place < n; place += 1) {
      const i = from[place];
      to[counts[(keys[i] >>> shift) & (digits - 1)]++] = i;
    }
    return true;
  }

  return (values, order) => {
    let present = 0;
    for (let i = 0; i < values.length; i += 1) {
      if (values[i] !== values[i]) continue;
      order[present++] = i;
      // Two whole numbers that sort as the number does: the sign bit is turned over, and below zero all others too.
      // Adding zero turns −0 into 0.
      number[0] = values[i] + 0;
      const below = words[highWord] >>> 31 === 1;
      high[i] = below ? ~words[highWord] : words[highWord] ^ 0x80000000;
      low[i] = below ? ~words[1 - highWord] : words[1 - highWord];
    }
    let from: Int32Array = order;
    let to: Int32Array = spare;
    for (const keys of [low, high]) {
      for (let shift = 0; shift < 32; shift += digitBits) {
        if (!passOver(from, to, present, keys, shift)) continue;
        const done = to;
        to = from;
        from = done;
      }
    }
    if (from !== order) order.set(from.subarray(0, present));
  };
}
