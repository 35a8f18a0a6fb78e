import { columnsOf, type Evidence, type Finding } from "./finding";
import { figure, phrase } from "./sentence";

/** Below this probability a correlation is not taken for chance; above these sizes it is strong, moderate. */
const significance = 0.05;
const strong = 0.7;
const moderate = 0.4;
/** Ranks that go together so much better than amounts mean a bent relation. */
const bend = 0.05;

/** Spreads less different than this are alike. */
const alike = 0.8;

/** Groups that single out some units: their median and spread against all. */
export function clusterFindings(evidence: Evidence): Finding[] {
  const { words, all, statistic, nameOf } = evidence;
  const own = words.clusters;
  const [median, sd] = [statistic(all, 0, "median"), statistic(all, 0, "sd")];
  return columnsOf(evidence)
    .filter(({ whole }) => !whole)
    .flatMap(({ groups }) => groups)
    .filter((set) => set.n > 1)
    .map((set): Finding => {
      const spread = statistic(set, 0, "sd");
      const sentences = [
        phrase(own.one, {
          group: nameOf(set),
          n: statistic(set, 0, "n", "count"),
          median: statistic(set, 0, "median"),
          all: median,
          min: statistic(set, 0, "min"),
          max: statistic(set, 0, "max"),
        }),
      ];
      const ratio = spread.value / sd.value;
      if (ratio < alike || ratio > 1 / alike)
        sentences.push(phrase(ratio < alike ? own.even : own.uneven, { sd: spread, allSd: sd }));
      return { topic: "clusters", sentences };
    });
}

/** How the index goes with each covariate, hedged where chance would do. */
export function relationFindings({ context, words, table }: Evidence): Finding[] {
  const { diagnosis, index } = context;
  if (diagnosis.relations.length === 0) return [];
  const own = words.relations;
  const relations = table("groups", "Relations");
  return diagnosis.relations.flatMap(({ column: covariate, n, pearson, spearman }, i): Finding[] => {
    if (n < 3 || Number.isNaN(pearson.r)) return [];
    const row = relations.top + i;
    const size = Math.abs(pearson.r);
    const holes = {
      index,
      covariate,
      r: figure(relations, "pearson", row, "coefficient"),
      n: figure(relations, "n", row, "count"),
    };
    if (!(pearson.p < significance))
      return [{ topic: "relations", sentences: [phrase(own.unrelated, holes)] }];
    const strength = own.strengths[size >= strong ? "strong" : size >= moderate ? "moderate" : "weak"];
    const sign = pearson.r > 0 ? own.positive : own.negative;
    const sentences = [phrase(own.related, { ...holes, strength, sign })];
    if (pearson.r > 0 && spearman.r > pearson.r + bend) {
      sentences.push(
        phrase(own.bends, { covariate, rho: figure(relations, "spearman", row, "coefficient") }),
      );
    }
    return [{ topic: "relations", sentences }];
  });
}
