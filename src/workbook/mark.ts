import type { SheetKind } from "./document";
import type { SheetMark } from "./port";

/**
 * The hidden name, of sheet scope, by which we know a sheet of ours again. Its formula is a text constant, which every
 * version of Excel and every other spreadsheet keeps, also when the file travels.
 */
export const markName = "Scorebook.mark";

const chartPrefix = "Scorebook ";

/** The name of a chart of ours, by which a later run knows it again; `key` is unique on its sheet. */
export function chartName(key: string): string {
  return chartPrefix + key;
}

export function isChartName(name: string): boolean {
  return name.startsWith(chartPrefix);
}

/** The mark's formula: `="scores|Scores|120|14|fingerprint"`. The sheet's name is in it so that a copy is told from the original. */
export function encodeMark(mark: SheetMark, sheet: string): string {
  const text = [mark.kind, sheet, mark.rows, mark.columns, mark.fingerprint].join("|");
  return `="${text.replaceAll('"', '""')}"`;
}

/** Reads a mark's formula; null when it is none, or when the sheet has another name than the one it was written under. */
export function decodeMark(formula: string, sheet: string): SheetMark | null {
  const text = /^="(.*)"$/s.exec(formula)?.[1].replaceAll('""', '"');
  // A sheet's name may hold bars itself, so the numbers are taken from the end.
  const found = text === undefined ? null : /^([a-z-]+)\|(.*)\|(\d+)\|(\d+)\|([^|]*)$/s.exec(text);
  if (!found || found[2] !== sheet) return null;
  return {
    kind: found[1] as SheetKind,
    rows: Number(found[3]),
    columns: Number(found[4]),
    fingerprint: found[5],
  };
}
