/**
 * Indices of the present values from least to greatest; equal values in their own order. The values are sorted by the
 * machine's own sort, without a comparing function, and each index is then put to its place: some ten times quicker.
 */
export function ascendingOrder(values: Float64Array): Int32Array {
  const n = values.length;
  let present = 0;
  const ascending = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    // Adding zero turns −0 into 0, which are equal but would be sorted apart.
    if (values[i] === values[i]) ascending[present++] = values[i] + 0;
  }
  const sortedValues = ascending.subarray(0, present).sort();
  const taken = new Int32Array(present);
  const order = new Int32Array(present);
  for (let i = 0; i < n; i += 1) {
    const value = values[i];
    if (value !== value) continue;
    let low = 0;
    let high = present;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sortedValues[middle] < value) low = middle + 1;
      else high = middle;
    }
    order[low + taken[low]] = i;
    taken[low] += 1;
  }
  return order;
}
