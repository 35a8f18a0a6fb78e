import { toA1 } from "../base/address";
import type { Locale } from "../base/label";
import { fill, texts } from "../messages/say";
import type { Proposal } from "../workbook/prepare/proposal";
import { columnLabel } from "../workbook/prepare/proposal";
import { sayEvidence } from "../workbook/prepare/say-evidence";

/** A proposal as a page: one line a column, with the evidence for its part and its direction. */
export function proposalText(proposal: Proposal, locale: Locale): string {
  const { prepare } = texts(locale);
  const indicators = proposal.columns.filter(({ role }) => role === "indicator").length;
  const { sheets, units, columns } = proposal;
  const head = fill(prepare.found, { sheet: sheets.join(", "), units, columns: columns.length, indicators });
  const lines = columns.map((column) => {
    const { role, why, direction, directionWhy, parent } = column;
    const better = direction === "negative" ? prepare.lower : prepare.higher;
    const more = role === "indicator" ? [`${better} (${sayEvidence(directionWhy, locale)})`, parent] : [];
    return [prepare.roles[role], columnLabel(column), sayEvidence(why, locale), ...more]
      .filter(Boolean)
      .join(" · ");
  });
  return [head, ...lines.map((line) => `  ${line}`)].join("\n");
}

export function proposalJson(proposal: Proposal, locale: Locale) {
  const { sheet, sheets, units, indexName, columns } = proposal;
  return {
    sheet,
    sheets,
    units,
    indexName,
    columns: columns.map((column) => ({
      name: columnLabel(column),
      cell: toA1(column.at),
      role: column.role,
      why: sayEvidence(column.why, locale),
      ...(column.role === "indicator"
        ? {
            direction: column.direction,
            directionWhy: sayEvidence(column.directionWhy, locale),
            measure: column.measure,
            parent: column.parent,
          }
        : {}),
    })),
  };
}
