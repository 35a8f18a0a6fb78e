import type { DocumentFormula, SheetKind } from "../../document";
import type { TableCells } from "../table-cells";

/** How a figure is written in a sentence. */
export type FigureStyle = "score" | "count" | "tenth" | "share" | "coefficient" | "change";

/** A number in a sentence, worked out from cells: what Excel is to work out, and what our engine found. */
export interface Figure {
  /** Without "=". */
  readonly expression: string;
  readonly value: number;
  readonly style: FigureStyle;
  /** The cell that it comes from, or the first of them. */
  readonly at: { readonly kind: SheetKind; readonly row: number; readonly column: number };
}

/** A sentence, or a part of one: texts and figures, in order. */
export type Phrase = readonly (string | Figure)[];

/** A text with its {holes} filled by phrases. */
export function phrase(text: string, holes: Readonly<Record<string, Phrase | Figure | string>> = {}): Phrase {
  return text.split(/(\{\w+\})/).flatMap((piece): Phrase => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    const hole = name === undefined ? piece : holes[name];
    if (hole === undefined) throw new Error(`no "${name}" for "${text}"`);
    return Array.isArray(hole) ? (hole as Phrase) : [hole as string | Figure];
  });
}

export function joined(phrases: readonly Phrase[], separator: string): Phrase {
  return phrases.flatMap((each, i) => (i === 0 ? each : [separator, ...each]));
}

/** The figure that stands in a cell of a table. */
export function figure(table: TableCells, key: string, row: number, style: FigureStyle): Figure {
  const value = table.value(key, row);
  return {
    expression: table.cell(key, row),
    value: typeof value === "number" ? value : NaN,
    style,
    at: { kind: table.kind, ...table.place(key, row) },
  };
}

/** The difference of two figures. */
export function difference(one: Figure, other: Figure): Figure {
  const expression = `${one.expression}-${other.expression}`;
  return { ...one, expression, value: one.value - other.value };
}

/** A number of decimals that do not depend on the reader's language, which formats of TEXT do. */
function shownAs({ expression, value, style }: Figure, decimals: number): { text: string; formula: string } {
  const fixed = (places: number, times = 1) => ({
    text: fix(value * times, places),
    formula: `FIXED(${times === 1 ? expression : `${times}*(${expression})`},${places},TRUE)`,
  });
  switch (style) {
    case "score":
      return fixed(decimals);
    case "count":
      return fixed(0);
    case "tenth":
      return fixed(1);
    case "coefficient":
      return fixed(2);
    case "share": {
      const { text, formula } = fixed(1, 100);
      return { text: `${text}%`, formula: `${formula}&"%"` };
    }
    case "change": {
      const { text, formula } = fixed(decimals);
      return { text: value > 0 ? `+${text}` : text, formula: `IF(${expression}>0,"+","")&${formula}` };
    }
  }
}

/** As Excel's FIXED writes it: half away from zero, on fifteen digits. */
function fix(value: number, places: number): string {
  const digits = Number(`${Math.abs(value).toPrecision(15)}e${places}`);
  const text = (Math.round(digits) / 10 ** places).toFixed(places);
  return value < 0 && Number(text) !== 0 ? `-${text}` : text;
}

/** Excel takes no longer text inside a formula, and no longer formula. */
const longestText = 250;
const longestFormula = 8000;

/**
 * The sentence as a cell that follows its figures; as plain text where there are none, or where Excel would take no such
 * formula. `decimals` are those of scores.
 */
export function sentenceCell(sentence: Phrase, decimals: number): DocumentFormula | string {
  const value = sentence
    .map((part) => (typeof part === "string" ? part : shownAs(part, decimals).text))
    .join("");
  if (sentence.every((part) => typeof part === "string")) return value;
  const terms: string[] = [];
  let text = "";
  const flush = () => {
    for (let from = 0; from < text.length; from += longestText) {
      terms.push(`"${text.slice(from, from + longestText).replaceAll('"', '""')}"`);
    }
    text = "";
  };
  for (const part of sentence) {
    if (typeof part === "string") text += part;
    else {
      flush();
      terms.push(`IFERROR(${shownAs(part, decimals).formula},"–")`);
    }
  }
  flush();
  const formula = `=${terms.join("&")}`;
  return formula.length <= longestFormula ? { formula, value } : value;
}
