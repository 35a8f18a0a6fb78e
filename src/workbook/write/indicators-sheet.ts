import { area } from "../../base/address";
import type { Locale } from "../../base/label";
import { fill, texts } from "../../messages/say";
import type { SheetDocument } from "../document";
import { parentsOf, pathOf, type Proposal, type ProposedColumn } from "../prepare/proposal";
import { sayEvidence } from "../prepare/say-evidence";
import { addStyle, addTable, finish, newDraft, textWidth } from "./draft";
import { looks } from "./look";

interface Row {
  readonly name: string;
  readonly parent: string;
  readonly direction: string;
  readonly measure: string;
  readonly note: string;
}

/** The framework that a proposal makes, as a list: the index, the nodes below it with their indicators, one row each. */
export function indicatorsSheet(proposal: Proposal, locale: Locale): SheetDocument {
  const { prepare, sheet } = texts(locale);
  const { headers } = prepare;
  const indicators = proposal.columns.filter(({ role }) => role === "indicator");
  const names = new Set(indicators.map(({ name }) => name));
  const index = names.has(proposal.indexName) || parentsOf(proposal).includes(proposal.indexName) ? `${proposal.indexName} ${sheet.indexName}` : proposal.indexName; // prettier-ignore
  const leaf = (column: ProposedColumn, parent: string): Row => ({
    name: column.name,
    parent,
    direction: prepare.directions[column.direction],
    measure: column.measure,
    note: sayEvidence(column.directionWhy, locale),
  });
  const node = (name: string, parent: string): Row => ({
    name,
    parent,
    direction: "",
    measure: "",
    note: "",
  });
  const taken = new Set([...names, index]);
  /** A node that is called like an indicator, or like a node elsewhere, would be taken for it. */
  const nodeName = (name: string, parent: string) => {
    const own = names.has(name) ? fill(prepare.group, { name }) : name;
    const free = taken.has(own) ? `${own} (${parent})` : own;
    taken.add(free);
    return free;
  };
  /** The rows below a node that columns have at `depth` of their path, in the order in which they are met. */
  const below = (columns: readonly ProposedColumn[], parent: string, depth: number): Row[] => {
    const at = (column: ProposedColumn) => pathOf(column)[depth];
    return columns.flatMap((column, c): Row[] => {
      const next = at(column);
      if (next === undefined) return [leaf(column, parent)];
      if (columns.findIndex((each) => at(each) === next) < c) return [];
      const name = nodeName(next, parent);
      const own = columns.filter((each) => at(each) === next);
      return [node(name, parent), ...below(own, name, depth + 1)];
    });
  };
  const rows = [node(index, ""), ...below(indicators, index, 0)];
  const draft = newDraft(sheet.names.indicators, fill(prepare.subtitle, { sheet: proposal.sheet }), "");
  const body = addTable(draft, "Framework", [
    {
      header: headers.name,
      width: textWidth(
        rows.map(({ name }) => name),
        24,
        60,
      ),
      style: { wrap: true },
      cells: rows.map(({ name }) => name),
    },
    {
      header: headers.parent,
      width: textWidth(
        rows.map(({ parent }) => parent),
        14,
        36,
      ),
      style: { wrap: true },
      cells: rows.map(({ parent }) => parent),
    },
    { header: headers.weight, width: 10, style: { align: "right" }, cells: [] },
    { header: headers.direction, width: 12, cells: rows.map(({ direction }) => direction) },
    { header: headers.measure, width: 14, cells: rows.map(({ measure }) => measure) },
    { header: headers.low, width: 10, style: { align: "right" }, cells: [] },
    { header: headers.high, width: 10, style: { align: "right" }, cells: [] },
    { header: headers.note, width: 40, style: { colour: "#5F6B6B" }, cells: rows.map(({ note }) => note) },
  ]);
  // Nodes stand out from the indicators below them.
  rows.forEach(({ direction }, i) => {
    const row = body.top + i;
    if (direction === "") addStyle(draft, area(row, body.left, row, body.right), looks.bold);
    else addStyle(draft, area(row, body.left), { indent: 1 });
  });
  draft.validations.push({
    ...area(body.top, 3, body.bottom, 3),
    options: Object.values(prepare.directions),
    strict: false,
  });
  return finish(draft, { kind: "indicators", name: sheet.names.indicators, freezeColumns: 1 });
}
