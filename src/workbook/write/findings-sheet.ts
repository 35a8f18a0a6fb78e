import { area, toA1 } from "../../base/address";
import { fill } from "../../messages/say";
import { isFormula, type SheetDocument } from "../document";
import type { SheetContext } from "./context";
import { addStyle, addTable, finish, linesOf, newDraft } from "./draft";
import { caveatFindings } from "./findings/caveats";
import { changeFindings } from "./findings/change";
import { extremeFindings } from "./findings/extremes";
import { evidence } from "./findings/finding";
import { groupFindings } from "./findings/groups";
import { overviewFindings } from "./findings/overview";
import { clusterFindings, relationFindings } from "./findings/relations";
import { robustnessFindings } from "./findings/robustness";
import { phrase, sentenceCell } from "./findings/sentence";
import { tierFindings } from "./findings/tiers";
import { looks } from "./look";

const sentenceWidth = 110;

/** Findings: the sentences that an analyst would write, each number a formula on the cell of `documents` it comes from. */
export function findingsSheet(context: SheetContext, documents: readonly SheetDocument[]): SheetDocument {
  const known = evidence(context, documents);
  const { words } = known;
  const findings = [
    ...overviewFindings(known),
    ...tierFindings(known),
    ...groupFindings(known),
    ...extremeFindings(known),
    ...clusterFindings(known),
    ...relationFindings(known),
    ...changeFindings(known),
    ...robustnessFindings(known),
    ...caveatFindings(known),
  ];
  const said = findings.map(({ sentences }) =>
    sentences.reduce((one, other) => phrase(words.followed, { one, other })),
  );
  const sentences = said.map((sentence) => sentenceCell(sentence, context.result.recipe.decimals));
  const sources = said.map((sentence) => {
    const first = sentence.find((part) => typeof part !== "string");
    return first === undefined || typeof first === "string" ? null : first.at;
  });
  const nameOf = (kind: SheetDocument["kind"]) => documents.find((each) => each.kind === kind)!.name;
  const draft = newDraft(fill(words.title, { index: context.index }), context.subtitle, words.legend);
  const body = addTable(draft, "Findings", [
    {
      header: words.topic,
      key: "topic",
      width: 18,
      style: { ...looks.bold, verticalAlign: "top" },
      cells: findings.map(({ topic }) => words.topics[topic]),
    },
    {
      header: words.finding,
      key: "finding",
      width: sentenceWidth,
      style: { wrap: true, verticalAlign: "top" },
      cells: sentences,
    },
    {
      header: words.source,
      key: "source",
      width: 24,
      style: { verticalAlign: "top", indent: 1 },
      cells: sources.map((at) => at && toA1({ sheet: nameOf(at.kind), ...area(at.row, at.column) })),
    },
  ]);
  sentences.forEach((cell, i) => {
    const text = String(isFormula(cell) ? cell.value : cell);
    const lines = linesOf(text, sentenceWidth - 4);
    draft.heights.push({ row: body.top + i, height: Math.min(409, 15 * lines + 6) });
  });
  sources.forEach((at, i) => {
    if (at) draft.links.push({ row: body.top + i, column: 2, target: at });
  });
  addStyle(draft, area(body.top, 2, body.bottom, 2), { colour: looks.title.colour });
  return finish(draft, { kind: "findings", name: context.words.names.findings, freezeColumns: 1 });
}
