import type { InitInput, Model } from "@ironcalc/wasm";
import type { Cell } from "../../base/table";
import type { Book, BookSheet } from "../../hosts/xlsx/book";
import { maxColumns } from "../../base/address";
import { cellKey } from "../../hosts/xlsx/book";
import { argumentsOf, isLinkFormula } from "./formula-text";

/** Works out the formulas of a book: what it does not understand keeps the value that it last had. */
export interface Calculator {
  /** Brings every formula's value up to date. Gives the sheets on which something changed. */
  recalculate(book: Book): BookSheet[];
  /** What a formula would give on a sheet. */
  evaluate(book: Book, sheet: BookSheet, formula: string): Cell;
}

/** Seventeen digits of a number, whatever the cell looks like. */
const exact = "0.0000000000000000E+00";
const types = { number: 1, logical: 4, error: 16 } as const;
/** What the calculator says of functions and ways of writing that it does not know. */
const unknown: readonly string[] = ["#NAME?", "#ERROR!", "#N/IMPL!"];

/** Where formulas are tried out: the last cell of a sheet. */
const scratch = { row: 1048576, column: 16384 } as const;

/**
 * Loads IronCalc. It is large, and asked for only when a book has formulas; a page fetches it from beside itself, Node
 * gives its bytes.
 */
export async function loadCalculator(bytes?: InitInput): Promise<Calculator> {
  const { default: load, Model: Engine } = await import("@ironcalc/wasm");
  await load(bytes && { module_or_path: bytes });
  return calculatorWith(() => new Engine("Workbook", "en", "UTC", "en"));
}

/** A sheet as the model has it: what was put into each cell, row by row. */
interface Sent {
  readonly cells: (string | undefined)[][];
}

function calculatorWith(newModel: () => Model): Calculator {
  let model: Model | null = null;
  let shape = "";
  let sent: Sent[] = [];

  /** The sheets' names and the book's; anything else about its shape is in the cells. */
  const shapeOf = (book: Book) =>
    JSON.stringify([
      book.sheets.map(({ id, name }) => [id, name]),
      [...book.names, ...book.sheets.flatMap(({ names }) => names)].map(({ name, formula }) => [
        name,
        formula,
      ]),
    ]);

  const begin = (book: Book): Model => {
    model?.free();
    const next = newModel();
    next.pauseEvaluation();
    book.sheets.forEach(({ name }, index) => {
      if (index > 0) next.newSheet();
      next.renameSheet(index, name);
    });
    const addName = (name: string, scope: number | null, formula: string) => {
      try {
        next.newDefinedName(name, scope, formula.replace(/^=/, ""));
      } catch {
        // A name of a constant or of what the calculator does not know: formulas that use it keep their values.
      }
    };
    for (const { name, formula } of book.names) addName(name, null, formula);
    book.sheets.forEach(({ names }, index) => {
      for (const { name, formula } of names) addName(name, index, formula);
    });
    sent = book.sheets.map(() => ({ cells: [] }));
    shape = shapeOf(book);
    model = next;
    return next;
  };

  /** Puts into the model what differs from what it has. */
  const update = (to: Model, book: Book): boolean => {
    let changed = false;
    book.sheets.forEach((sheet, index) => {
      const { cells } = sent[index];
      const rows = Math.max(sheet.values.length, cells.length);
      for (let row = 0; row < rows; row += 1) {
        const values = sheet.values[row];
        const known = (cells[row] ??= []);
        const count = Math.max(values?.length ?? 0, known.length);
        for (let column = 0; column < count; column += 1) {
          const formula = sheet.formulas.size ? sheet.formulas.get(cellKey(row, column)) : undefined;
          const input = formula === undefined ? inputOf(values?.[column] ?? null) : understood(formula);
          if (input === (known[column] ?? "")) continue;
          known[column] = input;
          changed = true;
          to.setUserInput(index, row + 1, column + 1, input);
          if (formula !== undefined)
            to.updateRangeStyle(
              { sheet: index, row: row + 1, column: column + 1, width: 1, height: 1 },
              "num_fmt",
              exact,
            );
        }
      }
    });
    return changed;
  };

  const ready = (book: Book): { model: Model; changed: boolean } => {
    const current = model && shape === shapeOf(book) ? model : begin(book);
    current.pauseEvaluation();
    const changed = update(current, book);
    current.resumeEvaluation();
    if (changed) current.evaluate();
    return { model: current, changed };
  };

  return {
    recalculate(book) {
      const { model: current, changed } = ready(book);
      if (!changed) return [];
      return book.sheets.filter((sheet, index) => {
        let different = false;
        for (const key of sheet.formulas.keys()) {
          const [row, column] = [Math.floor(key / maxColumns), key % maxColumns];
          const found = valueOf(current, index, row + 1, column + 1);
          const cells = (sheet.values[row] ??= []);
          if (found === undefined || found === cells[column]) continue;
          cells[column] = found;
          different = true;
        }
        return different;
      });
    },
    evaluate(book, sheet, formula) {
      const { model: current } = ready(book);
      const index = book.sheets.indexOf(sheet);
      const { row, column } = scratch;
      current.setUserInput(index, row, column, formula);
      const found = valueOf(current, index, row, column);
      current.setUserInput(index, row, column, "");
      return found ?? null;
    },
  };
}

/** A value as it is typed in: an apostrophe keeps a text a text. */
function inputOf(value: Cell): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return String(value);
  return errors.includes(value) ? `=${value}` : `'${value}`;
}
const errors: readonly string[] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];

/** A link shows its second argument; where it leads is asked for when it is followed. */
function understood(formula: string): string {
  return isLinkFormula(formula) ? `=${argumentsOf(formula).at(-1)}` : formula;
}

/** A formula's value; undefined when the calculator did not understand it. */
function valueOf(model: Model, sheet: number, row: number, column: number): Cell | undefined {
  const text = model.getFormattedCellValue(sheet, row, column);
  switch (model.getCellType(sheet, row, column)) {
    case types.number:
      return Number(text);
    case types.logical:
      return text.toUpperCase() === "TRUE";
    case types.error:
      return unknown.includes(text) ? undefined : text;
    default:
      return text;
  }
}
