import { area, toA1 } from "../../base/address";
import { issue, type Issue, type Severity } from "../../base/issue";
import { fill, say, texts } from "../../messages/say";
import type { SheetDocument } from "../document";
import { locate } from "../read/read-workbook";
import type { SheetContext } from "./context";
import { addTable, finish, newDraft } from "./draft";

const severities: readonly Severity[] = ["error", "warning", "note"];

/** More rows of one code than this say their number alone. */
const mostOfAKind = 20000;

/** Data log: every issue, imputed and treated value by cell, problems first; a cell's address leads to the cell. */
export function dataLogSheet(context: SheetContext): SheetDocument {
  const { words, locale } = context;
  const draft = newDraft(fill(words.dataLog.title, { index: context.index }), words.dataLog.subtitle, "");
  const kinds = texts(locale).kinds;
  const all = [...context.issues, ...locate(changedValues(context), context.reading)];
  const sorted = severities.flatMap((severity) => all.filter((each) => each.severity === severity));
  const seen = new Map<string, number>();
  const rows = sorted.filter((each) => {
    const count = (seen.get(each.code) ?? 0) + 1;
    seen.set(each.code, count);
    return count <= mostOfAKind;
  });
  const more = [...seen].filter(([, count]) => count > mostOfAKind);
  const sentence = (each: Issue) => say({ ...each, at: undefined } as Issue, locale);
  const quiet = rows.length === 0;
  const body = addTable(draft, "DataLog", [
    {
      header: words.dataLog.severity,
      width: 10,
      cells: [
        ...rows.map((each) => words.severities[each.severity]),
        ...more.map(() => words.severities.note),
      ],
    },
    {
      header: words.dataLog.kind,
      width: 22,
      style: { wrap: true },
      cells: [...rows.map((each) => kinds[each.code]), ...more.map(([code]) => kinds[code as Issue["code"]])],
    },
    { header: words.dataLog.cell, width: 22, cells: rows.map((each) => (each.at ? toA1(each.at) : null)) },
    {
      header: words.dataLog.what,
      width: 110,
      style: { wrap: true },
      cells: quiet
        ? [words.dataLog.nothing]
        : [
            ...rows.map(sentence),
            ...more.map(([, count]) => fill(words.dataLog.more, { count: count - mostOfAKind })),
          ],
    },
  ]);
  // A link is dear in a file and in a request: the first few thousand lead to their cells, the rest can be sorted and read.
  rows.slice(0, 2000).forEach((each, i) => {
    if (!each.at) return;
    const { sheet, top, left } = each.at;
    draft.links.push({ row: body.top + i, column: 2, target: { sheet, row: top, column: left } });
  });
  severities.forEach((severity, i) => {
    const fills = ["#F3C9BD", "#F6E7BF", "#E3F0EF"];
    draft.conditionalFormats.push({
      kind: "text-is",
      text: words.severities[severity],
      fill: fills[i],
      colour: "#1F2A2A",
      ...area(body.top, 0, body.bottom, 0),
    });
  });
  return finish(draft, {
    kind: "data-log",
    name: words.names["data-log"],
    freezeColumns: 0,
  });
}

/** Every imputed and treated value as a note at its cell. */
function changedValues({ result }: SheetContext): Issue[] {
  const { study, stages } = result;
  const n = study.units.length;
  const found: Issue[] = [];
  study.indicators.forEach((indicator, j) => {
    for (let i = 0; i < n; i += 1) {
      const cell = j * n + i;
      const names = { unit: study.units[i].name, indicator: indicator.name };
      const about = { unit: i, indicator: j };
      if (result.imputed[cell]) {
        found.push(issue("note", "impute.filled", { ...names, value: stages.imputed[cell] }, about));
      }
      if (result.treated[cell]) {
        const params = { ...names, from: stages.imputed[cell], to: stages.treated[cell] };
        found.push(issue("note", "treat.changed", params, about));
      }
    }
  });
  return found;
}
