import type { Evidence, Finding, GroupSet } from "./finding";
import { columnsOf } from "./finding";
import { difference, joined, phrase, type Figure, type Phrase } from "./sentence";

/** A column with more groups has no sentence for each; a finer one tells where the best come from. */
const fewGroups = 5;
const mostOrigins = 4;

/** Means of the best and worst N, over all units and inside groups, and which groups of a finer column the best come from. */
export function extremeFindings(evidence: Evidence): Finding[] {
  const { context, words, all, statistic, named, nameOf, score, list } = evidence;
  const { result } = context;
  const own = words.extremes;
  const n = result.recipe.topAndBottom;
  const findings: Finding[] = [];
  const numbers = (set: GroupSet) => {
    const [top, bottom] = [statistic(set, 0, "top"), statistic(set, 0, "bottom")];
    return { n: String(n), top, bottom, gap: difference(top, bottom) };
  };
  // Fewer than twice as many, and both means would share units.
  const enough = (set: GroupSet) => set.n >= 2 * n;
  if (enough(all)) {
    const first = Array.from(result.order.subarray(0, 3)).map((unit) =>
      named(result.study.units[unit].name, score(unit, "node 0")),
    );
    findings.push({
      topic: "extremes",
      sentences: [phrase(own.all, { ...numbers(all), first: list(first) })],
    });
  }
  const columns = columnsOf(evidence).filter(({ whole }) => whole);
  for (const { column, groups } of columns) {
    if (groups.length > fewGroups) continue;
    for (const set of groups.filter(enough)) {
      findings.push({
        topic: "extremes",
        sentences: [
          phrase(own.group, { group: nameOf(set), ...numbers(set) }),
          ...origins(evidence, set, column, columns, n),
        ],
      });
    }
  }
  return findings;
}

/** The groups, by the column with the most of them, that the best N of a group stand in. */
function origins(
  { context, words, table, nameOf }: Evidence,
  set: GroupSet,
  column: string,
  columns: readonly { column: string; groups: readonly GroupSet[] }[],
  n: number,
): Phrase[] {
  const { study, groupRanks, rank } = context.result;
  const finest = columns
    .filter((each) => each.column !== column)
    .sort((a, b) => b.groups.length - a.groups.length)[0];
  if (!finest || finest.groups.length <= fewGroups) return [];
  const ranks = groupRanks.find((each) => each.column === column)!.rank;
  const own = study.groups.find((group) => group.name === column)!;
  const finer = study.groups.find((group) => group.name === finest.column)!;
  const label = own.labels.indexOf(set.label!);
  const counts = new Map<number, number>();
  for (let unit = 0; unit < rank.length; unit += 1) {
    if (own.of[unit] !== label || ranks[unit] === 0 || ranks[unit] > n || finer.of[unit] < 0) continue;
    counts.set(finer.of[unit], (counts.get(finer.of[unit]) ?? 0) + 1);
  }
  const scores = table("scores", "Scores");
  const parts = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostOrigins)
    .map(([of, value]) => {
      const criteria = [
        [scores.column(`group ${column}`), quoted(`=${set.label!}`)],
        [scores.column(`rank in ${column}`), `"<=${n}"`],
        [scores.column(`group ${finer.name}`), quoted(`=${finer.labels[of]}`)],
      ];
      const count: Figure = {
        expression: `COUNTIFS(${criteria.map((pair) => pair.join(",")).join(",")})`,
        value,
        style: "count",
        at: { kind: scores.kind, ...scores.place(`rank in ${column}`, scores.top) },
      };
      return phrase(words.extremes.fromOne, { count, label: finer.labels[of] });
    });
  if (parts.length === 0) return [];
  const list = joined(parts, context.words.common.separator);
  return [phrase(words.extremes.from, { n: String(n), group: nameOf(set), list })];
}

/** A text in a condition: patterns are meant as they stand. */
function quoted(text: string): string {
  return `"${text.replace(/[?*~]/g, "~$&").replaceAll('"', '""')}"`;
}
