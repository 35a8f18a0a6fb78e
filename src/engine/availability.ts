import type { Recipe } from "./recipe";
import { rowOf, type Study } from "./study";

/** Per node with children: how many of its indicators each unit lacks; null where none lacks any, and for leaves. */
export type Lacking = readonly (Int32Array | null)[];

/** Counts what is missing under every node, cell by missing cell. `block` is indicators × units, before imputation. */
export function countLacking(study: Study, block: Float64Array): Lacking {
  const units = study.units.length;
  const counts: (Int32Array | null)[] = study.nodes.map(() => null);
  study.nodes.forEach(({ indicator, parent }) => {
    if (indicator < 0) return;
    const column = rowOf(block, indicator, units);
    for (let unit = nextMissing(column, 0); unit < units; unit = nextMissing(column, unit + 1)) {
      for (let node = parent; node >= 0; node = study.nodes[node].parent) {
        counts[node] ??= new Int32Array(units);
        counts[node]![unit] += 1;
      }
    }
  });
  return counts;
}

/** The first unit from `from` on without a value; the column's length where there is none. */
function nextMissing(column: Float64Array, from: number): number {
  let unit = from;
  // Four at a time: a sum is a number where all of them are.
  while (unit + 3 < column.length) {
    const sum = column[unit] + column[unit + 1] + column[unit + 2] + column[unit + 3];
    if (sum !== sum) break;
    unit += 4;
  }
  while (unit < column.length && column[unit] === column[unit]) unit += 1;
  return unit;
}

/** Per node how many indicators stand under it; 1 for a leaf. */
export function countLeaves({ nodes }: Study): Int32Array {
  const leaves = new Int32Array(nodes.length);
  for (let k = nodes.length - 1; k >= 0; k -= 1) {
    if (nodes[k].indicator >= 0) leaves[k] = 1;
    if (nodes[k].parent >= 0) leaves[nodes[k].parent] += leaves[k];
  }
  return leaves;
}

/** Nodes × units: the share of a node's indicators that have a value. */
export function availabilityOf(study: Study, block: Float64Array, lacking: Lacking): Float64Array {
  const units = study.units.length;
  const leaves = countLeaves(study);
  const share = new Float64Array(study.nodes.length * units);
  study.nodes.forEach(({ indicator }, k) => {
    const own = rowOf(share, k, units);
    if (indicator >= 0) {
      const column = rowOf(block, indicator, units);
      for (let i = 0; i < units; i += 1) own[i] = column[i] === column[i] ? 1 : 0;
      return;
    }
    const counts = lacking[k];
    if (!counts) own.fill(leaves[k] > 0 ? 1 : 0);
    else for (let i = 0; i < units; i += 1) own[i] = (leaves[k] - counts[i]) / leaves[k];
  });
  return share;
}

/** The least share of indicators that a node of a level asks for. */
export function thresholdAt({ availability, availabilityLevels }: Recipe, level: number): number {
  return availabilityLevels[level] ?? availability;
}

/** How many of a node's indicators a unit needs for a score there; shares are compared to three decimals. */
export function leastPresent(recipe: Recipe, level: number, leaves: number): number {
  const least = Math.round(thresholdAt(recipe, level) * 1000);
  let count = 0;
  while (count < leaves && Math.round((count / leaves) * 1000) < least) count += 1;
  return count;
}

/** Units that lack too many of a node's indicators for a score there; shares are compared to three decimals, so that 0.667 lets two thirds pass. */
export function unitsBelow(counts: Int32Array | null, leaves: number, threshold: number): number[] {
  const least = Math.round(threshold * 1000);
  // A node without an indicator has nothing of nothing.
  const isBelow = (lacks: number) => Math.round((leaves > 0 ? (leaves - lacks) / leaves : 0) * 1000) < least;
  const below: number[] = [];
  if (!counts) return below;
  for (let i = 0; i < counts.length; i += 1) if (counts[i] > 0 && isBelow(counts[i])) below.push(i);
  return below;
}
