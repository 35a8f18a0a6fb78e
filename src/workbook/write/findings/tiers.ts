import type { Evidence, Finding } from "./finding";
import { columnsOf } from "./finding";
import { figure, joined, phrase, type Phrase } from "./sentence";

/** As many members are named; of more, the first few. */
const fewMembers = 12;
const firstMembers = 7;
/** A column with more groups has no sentence for each. */
const fewGroups = 7;

/** Every tier with its bounds, count, share, mean and members: over all units, then inside each group. */
export function tierFindings(evidence: Evidence): Finding[] {
  const { context, words, table } = evidence;
  const { result, words: sheet } = context;
  const own = words.tiers;
  const tiers = table("tiers", "Tiers");
  const rowsOf = (column: string, group: string) => {
    const rows: number[] = [];
    for (let row = tiers.top; row <= tiers.bottom; row += 1) {
      if (tiers.value("column", row) === column && tiers.value("group", row) === group) rows.push(row);
    }
    return rows;
  };
  const members = (row: number): Phrase => {
    const names = String(tiers.value("members", row) ?? "")
      .split(sheet.common.separator)
      .filter(Boolean);
    const most = names.length <= fewMembers ? fewMembers : firstMembers;
    return names.length === 0 ? [] : phrase(own.members, { names: evidence.names(names, most) });
  };
  const parts = (row: number) => ({
    tier: String(tiers.value("tier", row)),
    count: figure(tiers, "count", row, "count"),
    share: figure(tiers, "share", row, "share"),
    mean: figure(tiers, "mean", row, "score"),
    members: members(row),
  });
  const bounds = (row: number): Phrase => {
    const lower = figure(tiers, "lower", row, "score");
    const upper = figure(tiers, "upper", row, "score");
    const [above, below] = [Number.isFinite(lower.value), Number.isFinite(upper.value)];
    if (above && below) return phrase(own.between, { lower, upper });
    return above ? phrase(own.above, { lower }) : below ? phrase(own.below, { upper }) : [];
  };
  const findings: Finding[] = [];
  const none = (row: number) => tiers.value("count", row) === 0;
  for (const row of rowsOf(sheet.common.all, sheet.common.all)) {
    if (none(row)) continue;
    findings.push({ topic: "tiers", sentences: [phrase(own.all, { ...parts(row), bounds: bounds(row) })] });
  }
  for (const { column, groups } of columnsOf(evidence)) {
    if (groups.length > fewGroups && column !== result.recipe.tiersWithin) continue;
    for (const set of groups.filter((each) => each.n > 0)) {
      const rows = rowsOf(column, set.label!).filter((row) => !none(row));
      if (rows.length === 0) continue;
      const list = joined(
        rows.map((row) => phrase(own.part, parts(row))),
        sheet.common.semicolon,
      );
      findings.push({
        topic: "tiers",
        sentences: [phrase(own.group, { group: evidence.nameOf(set), list })],
      });
    }
  }
  return findings;
}
