import type { Evidence, Finding, GroupSet } from "./finding";
import { columnsOf } from "./finding";
import { difference, phrase, type Figure } from "./sentence";

/** Up to so many groups are listed by their means; of more, the first and the last few. */
const fewGroups = 10;
/** As many nodes are named with the widest gaps. */
const mostGaps = 3;

/** Groups of each column in order of their means, and where the first and the last are furthest apart. */
export function groupFindings(evidence: Evidence): Finding[] {
  return columnsOf(evidence)
    .filter(({ whole, groups }) => whole && groups.filter((set) => set.n > 0).length > 1)
    .flatMap(({ column, groups }) => compare(evidence, column, groups));
}

function compare(evidence: Evidence, column: string, groups: readonly GroupSet[]): Finding[] {
  const { words, list, nameOf, namedGroup, mean } = evidence;
  const own = words.groups;
  const ordered = groups
    .map((set) => ({ set, label: nameOf(set), mean: mean(set, 0) }))
    .filter((each) => Number.isFinite(each.mean.value))
    .sort((a, b) => b.mean.value - a.mean.value);
  if (ordered.length < 2) return [];
  const shown = (from: number, to?: number) =>
    list(ordered.slice(from, to).map((each) => namedGroup(each.set, each.mean)));
  const [best, worst] = [ordered[0], ordered[ordered.length - 1]];
  const findings: Finding[] = [
    {
      topic: "groups",
      sentences: [
        ordered.length <= fewGroups
          ? phrase(own.order, {
              column,
              list: shown(0),
              best: best.label,
              worst: worst.label,
              gap: difference(best.mean, worst.mean),
            })
          : phrase(own.orderMany, { column, best: shown(0, 3), worst: shown(-3) }),
      ],
    },
  ];
  if (ordered.length <= fewGroups) findings.push(...gaps(evidence, best.set, worst.set));
  return findings;
}

/** Where the two groups are furthest apart, where the order is reversed, and where one has less than half of the other. */
function gaps(evidence: Evidence, best: GroupSet, worst: GroupSet): Finding[] {
  const { context, words, list, nameOf, mean } = evidence;
  const { nodes } = context.result.study;
  const own = words.groups;
  const places = { best: nameOf(best), worst: nameOf(worst) };
  const apart = nodes
    .map((node, k) => ({ name: node.name, k, high: mean(best, k), low: mean(worst, k) }))
    .filter(({ k, high, low }) => nodes[k].indicator >= 0 && Number.isFinite(high.value - low.value))
    .sort((a, b) => b.high.value - b.low.value - (a.high.value - a.low.value));
  if (apart.length === 0) return [];
  const at = ({ name, high, low }: { name: string; high: Figure; low: Figure }) =>
    phrase(own.gapAt, { node: name, high, low });
  const sentences = [phrase(own.widest, { ...places, list: list(apart.slice(0, mostGaps).map(at)) })];
  const last = apart[apart.length - 1];
  if (last.low.value > last.high.value) {
    sentences.push(phrase(own.reversed, { ...places, node: last.name, high: last.high, low: last.low }));
  }
  const scaleLow = context.result.recipe.scale[0];
  const half = apart.find(({ high, low }) => scaleLow === 0 && low.value >= 0 && low.value <= high.value / 2);
  if (half) {
    const share: Figure = {
      ...half.low,
      expression: `${half.low.expression}/${half.high.expression}`,
      value: half.low.value / half.high.value,
      style: "share",
    };
    const { name: node, low, high } = half;
    sentences.push(phrase(own.half, { node, group: places.worst, other: places.best, share, low, high }));
  }
  return [{ topic: "groups", sentences }];
}
