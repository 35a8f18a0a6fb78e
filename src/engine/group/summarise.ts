import type { Gradual } from "../../base/gradual";
import type { GroupSummary } from "../result";
import { mean, standardDeviation } from "../stats/moments";
import { sorter } from "../stats/order";
import { quantile } from "../stats/quantile";
import { rowOf, type GroupColumn } from "../study";

/** Units by the groups of one column (or all in one): how many there are, and which group each unit is in. */
interface Division {
  readonly column: string | null;
  readonly labels: readonly (string | null)[];
  readonly of: Int32Array;
  readonly sizes: Int32Array;
}

/**
 * Summaries of every node over all units, then inside every label of every group column: counts, mean, median, sd
 * (n − 1), extremes with their units, quartiles (type 7), means of the best and worst N (of all when there are fewer).
 * Units without a score are counted but not summarised. `aggregated` is nodes × units.
 *
 * Each node's scores are sorted once; the groups are then filled in that order. n log n a node.
 */
export function* summariseGroups(
  aggregated: Float64Array,
  units: number,
  groups: readonly GroupColumn[],
  topAndBottom: number,
): Gradual<GroupSummary[]> {
  const nodes = units > 0 ? aggregated.length / units : 0;
  const everyone = { name: null, labels: [null], of: new Int32Array(units) };
  const divisions = [everyone, ...groups].map(({ name, labels, of }) => divisionOf(name, labels, of));
  // Indexed first by division, then label, then node, as the caller reads them.
  const found = divisions.map(({ labels }) => labels.map(() => new Array<GroupSummary>(nodes)));
  const values = new Float64Array(units);
  const members = new Int32Array(units);
  const { sort, order: lowest, ascending } = sorter(units);
  for (let node = 0; node < nodes; node += 1) {
    const scores = rowOf(aggregated, node, units);
    const order = lowest.subarray(0, sort(scores));
    divisions.forEach((division, d) => {
      const { starts, counts } = fill(division, order, ascending, values, members);
      division.labels.forEach((value, label) => {
        const from = starts[label];
        const to = from + counts[label];
        found[d][label][node] = {
          column: division.column,
          value,
          node,
          units: division.sizes[label],
          ...summarise(values.subarray(from, to), members.subarray(from, to), topAndBottom),
        };
      });
    });
    yield (node + 1) / nodes;
  }
  return found.flat(2);
}

function divisionOf(column: string | null, labels: readonly (string | null)[], of: Int32Array): Division {
  const sizes = new Int32Array(labels.length);
  for (let unit = 0; unit < of.length; unit += 1) if (of[unit] >= 0) sizes[of[unit]] += 1;
  return { column, labels, of, sizes };
}

/** Puts each group's scores, ascending, one group behind the other into `values`, and their units into `members`. */
function fill(
  { of, sizes }: Division,
  order: Int32Array,
  ascending: Float64Array,
  values: Float64Array,
  members: Int32Array,
): { starts: Int32Array; counts: Int32Array } {
  const starts = new Int32Array(sizes.length);
  for (let label = 1; label < sizes.length; label += 1) starts[label] = starts[label - 1] + sizes[label - 1];
  const counts = new Int32Array(sizes.length);
  for (let place = 0; place < order.length; place += 1) {
    const unit = order[place];
    const label = of[unit];
    if (label < 0) continue;
    const at = starts[label] + counts[label];
    values[at] = ascending[place];
    members[at] = unit;
    counts[label] += 1;
  }
  return { starts, counts };
}

/** Statistics of ascending scores and their units. */
function summarise(
  ascending: Float64Array,
  units: Int32Array,
  topAndBottom: number,
): Omit<GroupSummary, "column" | "value" | "node" | "units"> {
  const n = ascending.length;
  const few = Math.min(topAndBottom, n);
  return {
    n,
    mean: mean(ascending),
    median: quantile(ascending, 0.5),
    sd: standardDeviation(ascending),
    min: n ? ascending[0] : NaN,
    max: n ? ascending[n - 1] : NaN,
    minUnit: n ? units[0] : -1,
    maxUnit: n ? units[n - 1] : -1,
    lowerQuartile: quantile(ascending, 0.25),
    upperQuartile: quantile(ascending, 0.75),
    topMean: mean(ascending.subarray(n - few)),
    bottomMean: mean(ascending.subarray(0, few)),
  };
}
