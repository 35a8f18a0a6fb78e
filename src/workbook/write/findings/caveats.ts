import { fewUnits, type Evidence, type Finding } from "./finding";
import { phrase, type Figure } from "./sentence";

const mostNamed = 12;

/** What makes figures thin: small groups, units without a score, values that were filled or treated. */
export function caveatFindings({
  context,
  words,
  table,
  sets,
  statistic,
  list,
  names,
  named,
  nameOf,
}: Evidence): Finding[] {
  const { result } = context;
  const own = words.caveats;
  const findings: Finding[] = [];
  const say = (text: string, holes: Parameters<typeof phrase>[1]) =>
    findings.push({ topic: "caveats", sentences: [phrase(text, holes)] });
  const small = sets.filter((set) => set.label !== null && set.n > 0 && set.n < fewUnits);
  if (small.length > 0 && small.length <= mostNamed) {
    say(own.few, { list: list(small.map((set) => named(nameOf(set), statistic(set, 0, "n", "count")))) });
  }
  if (small.length > mostNamed) say(own.few, { list: names(small.map(nameOf), mostNamed) });
  const scores = table("scores", "Scores");
  const unscored = result.rank.filter((rank) => rank === 0).length;
  if (unscored > 0) {
    const count: Figure = {
      expression: `ROWS(${scores.column("unit")})-COUNT(${scores.column("rank")})`,
      value: unscored,
      style: "count",
      at: { kind: scores.kind, ...scores.place("rank", scores.bottom) },
    };
    say(own.unscored, { count });
  }
  const statistics = table("diagnostics", "IndicatorStatistics");
  const changed = (key: "imputed" | "treated"): Figure => ({
    expression: `SUM(${statistics.column(key)})`,
    value: result[key].reduce((sum, flag) => sum + flag, 0),
    style: "count",
    at: { kind: statistics.kind, ...statistics.place(key, statistics.top) },
  });
  if (result.imputed.includes(1)) say(own.imputed, { count: changed("imputed") });
  if (result.treated.includes(1)) say(own.treated, { count: changed("treated") });
  return findings;
}
