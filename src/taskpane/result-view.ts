import { rowOf, type GroupSummary, type Result } from "../engine/index";

/** Units to compare one with: all of them, or those of its group in one column. */
export interface Peers {
  /** Null for all units. */
  readonly column: string | null;
  readonly value: string | null;
}

export const allUnits: Peers = { column: null, value: null };

/** One node of a unit against its peers. */
export interface Standing {
  readonly node: number;
  readonly score: number;
  readonly peers: number;
  readonly difference: number;
}

/** The peers a unit can be compared with: everyone, and its group in each summarised column. */
export function peersOf(result: Result, unit: number): Peers[] {
  const summarised = new Set(result.groups.map((each) => each.column));
  const own = result.study.groups.flatMap((column) => {
    const label = column.of[unit];
    return label >= 0 && summarised.has(column.name)
      ? [{ column: column.name, value: column.labels[label] }]
      : [];
  });
  return [...own, allUnits];
}

/** The summaries of one set of peers, by node. */
export function summariesOf(result: Result, { column, value }: Peers): ReadonlyMap<number, GroupSummary> {
  return new Map(
    result.groups
      .filter((each) => each.column === column && each.value === value)
      .map((each) => [each.node, each]),
  );
}

/** Every node's score of a unit beside its peers' mean, in the tree's order; nodes without a score are left out. */
export function standings(result: Result, unit: number, peers: Peers): Standing[] {
  const means = summariesOf(result, peers);
  const units = result.study.units.length;
  return result.study.nodes.flatMap((_, node) => {
    const score = rowOf(result.stages.aggregated, node, units)[unit];
    const mean = means.get(node)?.mean ?? NaN;
    return Number.isNaN(score) ? [] : [{ node, score, peers: mean, difference: score - mean }];
  });
}

/** Where a unit gains and loses most against its peers, among the indicators proper. */
export function extremes(
  result: Result,
  found: readonly Standing[],
  count: number,
): [Standing[], Standing[]] {
  const leaves = found
    .filter((each) => result.study.nodes[each.node].children.length === 0 && !Number.isNaN(each.difference))
    .sort((one, other) => other.difference - one.difference);
  return [
    leaves.filter((each) => each.difference > 0).slice(0, count),
    leaves
      .filter((each) => each.difference < 0)
      .reverse()
      .slice(0, count),
  ];
}

/** The groups of one column by mean index, best first; groups without a scored unit last. */
export function groupMeans(result: Result, column: string): GroupSummary[] {
  return result.groups
    .filter((each) => each.column === column && each.node === 0)
    .sort((one, other) =>
      Number.isNaN(one.mean) ? 1 : Number.isNaN(other.mean) ? -1 : other.mean - one.mean,
    );
}

/** Units whose name or code holds the text, in rank order; all of them for an empty text. */
export function findUnits(result: Result, typed: string): number[] {
  const wanted = plain(typed);
  return [...result.order].filter((unit) => {
    const { name, code } = result.study.units[unit];
    return plain(name).includes(wanted) || plain(code).includes(wanted);
  });
}

/** Full-width and accented letters count as their plain ones when searching. */
function plain(text: string): string {
  return text.trim().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The recipe's own scale where the scores keep to it; else (z-scores, ranks) from their least to their greatest. */
export function scaleOf({ recipe }: Result, scores: Float64Array): readonly [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const score of scores) {
    if (score < low) low = score;
    if (score > high) high = score;
  }
  return low < recipe.scale[0] || high > recipe.scale[1] ? [low, high] : recipe.scale;
}

export function shareOf([low, high]: readonly [number, number], value: number): number {
  return high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0;
}
