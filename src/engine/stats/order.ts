/**
 * Indices of the present values from least to greatest; equal values in their own order (−0 and 0 are equal).
 *
 * A radix sort on the bits of the numbers, eleven at a time: linear in the values, without a comparing function, several
 * times as quick as sorting indices by one.
 */
export function ascendingOrder(values: Float64Array): Int32Array {
  const n = values.length;
  let order = new Int32Array(n);
  let present = 0;
  for (let i = 0; i < n; i += 1) if (values[i] === values[i]) order[present++] = i;
  order = order.subarray(0, present);
  if (present < 2) return order;

  // Two whole numbers that sort as the number does: the sign bit is turned over, and below zero all others too.
  const high = new Uint32Array(n);
  const low = new Uint32Array(n);
  const number = new Float64Array(1);
  const words = new Uint32Array(number.buffer);
  for (let place = 0; place < present; place += 1) {
    const i = order[place];
    // Adding zero turns −0 into 0.
    number[0] = values[i] + 0;
    const below = words[highWord] >>> 31 === 1;
    high[i] = below ? ~words[highWord] : words[highWord] ^ 0x80000000;
    low[i] = below ? ~words[1 - highWord] : words[1 - highWord];
  }
  let next: Int32Array = new Int32Array(present);
  for (const keys of [low, high]) {
    for (let shift = 0; shift < 32; shift += digitBits) {
      if (!passOver(order, next, keys, shift)) continue;
      const done = next;
      next = order;
      order = done as typeof order;
    }
  }
  return order;
}

const digitBits = 11;
const digits = 1 << digitBits;
const counts = new Int32Array(digits);
/** Which half of a double holds its sign on this machine. */
const highWord = new Uint32Array(new Float64Array([-0]).buffer)[1] !== 0 ? 1 : 0;

/** One stable pass by one digit, from `from` to `to`; false, with nothing moved, when all have the same. */
function passOver(from: Int32Array, to: Int32Array, keys: Uint32Array, shift: number): boolean {
  const n = from.length;
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
    const digit = (keys[i] >>> shift) & (digits - 1);
    to[counts[digit]++] = i;
  }
  return true;
}
