import { area } from "../../base/address";
import type { Locale } from "../../base/label";
import { fill, texts } from "../../messages/say";
import type { SheetDocument } from "../document";
import { parentsOf, type Proposal } from "../prepare/proposal";
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
  // A node that is called like an indicator would be taken for it.
  const nodeName = (name: string) => (names.has(name) ? fill(prepare.group, { name }) : name);
  const index = names.has(proposal.indexName) || parentsOf(proposal).includes(proposal.indexName) ? `${proposal.indexName} ${sheet.indexName}` : proposal.indexName; // prettier-ignore
  const leaf = (column: (typeof indicators)[number]): Row => ({
    name: column.name,
    parent: column.parent === "" ? index : nodeName(column.parent),
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
  const done = new Set<string>();
  const rows = [
    node(index, ""),
    ...indicators.flatMap((column): Row[] => {
      const { parent } = column;
      if (parent === "") return [leaf(column)];
      if (done.has(parent)) return [];
      done.add(parent);
      return [
        node(nodeName(parent), index),
        ...indicators.filter((each) => each.parent === parent).map(leaf),
      ];
    }),
  ];
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
