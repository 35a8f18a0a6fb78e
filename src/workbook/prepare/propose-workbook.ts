import type { Locale } from "../../base/label";
import type { SheetContent } from "../port";
import { yearOfSheet } from "../read/data-sheet";
import { fingerprint } from "../read/fingerprint";
import { unitName } from "../read/unit-name";
import { sameName } from "../read/words";
import type { ColumnRole } from "./classify-column";
import { propose } from "./propose";
import type { Proposal, SheetProposal } from "./proposal";

/** What a further sheet of the same units can add. */
const joining: readonly ColumnRole[] = ["indicator", "covariate", "group", "ignored"];

/**
 * Proposes for the first sheet that holds a plain table; further sheets whose units are mostly the same add their columns,
 * and sheets that are called by a year stand for the years. Null when no sheet holds a table.
 */
export function proposeWorkbook(
  sheets: readonly SheetContent[],
  marks: ReadonlySet<string>,
  locale: Locale,
): Proposal | null {
  let first: SheetProposal | null = null;
  let home: SheetContent | null = null;
  for (const sheet of sheets) {
    first = propose(sheet, marks, locale);
    home = sheet;
    if (first) break;
  }
  if (!first || !home) return null;
  const own = new Set(first.units.map((name) => unitName(name).base));
  const isYear = yearOfSheet(home.sheet) !== "";
  const used = [home];
  const columns = [...first.proposal.columns];
  const taken = new Set(columns.map(({ name }) => sameName(name)));
  for (const sheet of sheets) {
    if (sheet === home || sheet.sheet === home.sheet) continue;
    if (isYear && yearOfSheet(sheet.sheet) !== "") {
      used.push(sheet);
      continue;
    }
    const other = propose(sheet, marks, locale);
    if (!other) continue;
    const shared = other.units.filter((name) => own.has(unitName(name).base)).length;
    if (shared < 3 || shared * 2 < other.units.length) continue;
    const more = other.proposal.columns.filter(
      ({ role, name }) => joining.includes(role) && !taken.has(sameName(name)),
    );
    if (!more.some(({ role }) => role !== "ignored")) continue;
    used.push(sheet);
    for (const column of more) {
      taken.add(sameName(column.name));
      columns.push(column);
    }
  }
  return {
    ...first.proposal,
    columns,
    sheets: used.map(({ sheet }) => sheet),
    fingerprint: fingerprint(used, ""),
  };
}
