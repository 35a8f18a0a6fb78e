import type { Evidence, Finding } from "./finding";
import { difference, phrase, type Figure, type Phrase } from "./sentence";

/** How many units, how many indicators, from where to where, and which parts stand high or low. */
export function overviewFindings(evidence: Evidence): Finding[] {
  const { context, words, all, table, list, named, score, mean, statistic, summary } = evidence;
  const { result } = context;
  const { nodes, indicators, units } = result.study;
  const own = words.overview;
  const scores = table("scores", "Scores");
  const weights = table("weights", "Weights");
  const at = { kind: weights.kind, ...weights.place("level", weights.top) };
  const scored = result.rank.filter((rank) => rank > 0).length;
  const findings: Finding[] = [];
  const say = (...sentences: Phrase[]) => findings.push({ topic: "overview", sentences });

  const scoredOf = phrase(own.scored, {
    scored: {
      expression: `COUNT(${scores.column("rank")})`,
      value: scored,
      style: "count",
      at: { kind: scores.kind, ...scores.place("rank", scores.top) },
    },
    units: {
      expression: `ROWS(${scores.column("unit")})`,
      value: units.length,
      style: "count",
      at: { kind: scores.kind, ...scores.place("unit", scores.top) },
    },
    index: context.index,
    indicators: {
      expression: `COUNTA(${weights.column("direction")})`,
      value: indicators.length,
      style: "count",
      at,
    },
  });
  const depth = Math.max(...nodes.map((node) => node.level));
  const levels = Array.from({ length: depth }, (_, i) => i + 1).map((level) => {
    const count: Figure = {
      expression: `COUNTIF(${weights.column("level")},${level})`,
      value: nodes.filter((node) => node.level === level).length,
      style: "count",
      at,
    };
    return phrase(own.level, { count, level: String(level) });
  });
  say(scoredOf, phrase(own.levels, { levels: list(levels) }));
  if (scored < 2) return findings;

  const { minUnit, maxUnit } = summary(all, 0);
  say(
    phrase(own.range, {
      min: score(minUnit, "node 0"),
      minUnit: units[minUnit].name,
      max: score(maxUnit, "node 0"),
      maxUnit: units[maxUnit].name,
      mean: mean(all, 0),
      median: statistic(all, 0, "median"),
      q1: statistic(all, 0, "lower quartile"),
      q3: statistic(all, 0, "upper quartile"),
    }),
  );
  /** Nodes by their mean over all units, highest first. */
  const ordered = (wanted: (k: number) => boolean) =>
    nodes
      .map((node, k) => ({ name: node.name, k, mean: mean(all, k) }))
      .filter((each) => wanted(each.k) && Number.isFinite(each.mean.value))
      .sort((a, b) => b.mean.value - a.mean.value);
  const heads = ordered((k) => nodes[k].level === 1);
  if (heads.length > 1) {
    const [best, worst] = [heads[0], heads[heads.length - 1]];
    say(
      phrase(own.heads, { list: list(heads.map((head) => named(head.name, head.mean))) }),
      phrase(own.headsOrder, {
        best: best.name,
        worst: worst.name,
        gap: difference(best.mean, worst.mean),
      }),
    );
  }
  const leaves = ordered((k) => nodes[k].indicator >= 0 && nodes[k].level > 1);
  if (leaves.length > 5) {
    const shown = (some: typeof leaves) => ({ list: list(some.map((leaf) => named(leaf.name, leaf.mean))) });
    say(
      phrase(own.strongest, shown(leaves.slice(0, 3))),
      phrase(own.weakest, shown(leaves.slice(-3).reverse())),
    );
  }
  return findings;
}
