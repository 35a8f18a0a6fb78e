import { atOnce } from "../../src/base/gradual";
import fc from "fast-check";
import { moveFormula } from "../../src/base/formula-references";
import { divide, type Division, type Sent, type Standing } from "../../src/hosts/excel/copies";

/** Does what Excel is told to: cells that are sent first, then the copies in their order. */
function carryOut(
  division: Division,
  rows: readonly (readonly Sent[])[],
  sheets: Map<string, Sent[][]>,
  name: string,
) {
  const cells: Sent[][] = rows.map((row) => row.map(() => ""));
  sheets.set(name, cells);
  for (const { top, left, bottom, right } of division.sent)
    for (let r = top; r <= bottom; r += 1) for (let c = left; c <= right; c += 1) cells[r][c] = rows[r][c];
  for (const { to, from, sheet, what } of division.copies) {
    const height = from.bottom - from.top + 1;
    expect((to.bottom - to.top + 1) % height).toBe(0);
    expect(to.right - to.left).toBe(from.right - from.left);
    const source = sheets.get(sheet)!;
    for (let r = to.top; r <= to.bottom; r += 1) {
      for (let c = to.left; c <= to.right; c += 1) {
        const [row, column] = [from.top + ((r - to.top) % height), from.left + c - to.left];
        const cell = source[row][column];
        cells[r][c] = what === "Formulas" ? moveFormula(String(cell), r - row, c - column) : cell;
      }
    }
  }
  return cells;
}

/** Columns such as result sheets have: measured, constant, in runs, over and over, filled down, and the same again. */
const column = (count: number) =>
  fc.oneof(
    fc.array(fc.double({ noNaN: true }), { minLength: count, maxLength: count }),
    fc.constantFrom("", "Tier 1", 0, true).map((cell) => Array<Sent>(count).fill(cell)),
    fc
      .array(fc.tuple(fc.constantFrom("Tier 1", "Tier 2", "–"), fc.integer({ min: 1, max: 90 })), {
        minLength: 1,
      })
      .map((runs) =>
        cycle(
          runs.flatMap(([cell, length]) => Array<Sent>(length).fill(cell)),
          count,
        ),
      ),
    fc.array(fc.string(), { minLength: 1, maxLength: 30 }).map((cells) => cycle(cells.map(plain), count)),
    fc
      .constantFrom("=$A5-B$2", '=Scores!C5&"B7"', "=SUM(A$1:A5)", "=Sheet2!$C$7")
      .map((formula) => Array.from({ length: count }, (_, i) => moveFormula(formula, i, 0))),
  );
/** A text as it is sent: what begins with "=" would be a formula. */
const plain = (text: string) => (text.startsWith("=") ? `'${text}` : text);
const cycle = (cells: readonly Sent[], count: number) =>
  Array.from({ length: count }, (_, i) => cells[i % cells.length]);

test("what is sent and what is copied make the sheet", () => {
  const sheet = fc
    .integer({ min: 1, max: 300 })
    .chain((count) => fc.array(column(count), { minLength: 1, maxLength: 8 }));
  fc.assert(
    fc.property(
      fc.array(sheet, { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat(), { maxLength: 6 }),
      (tables, again) => {
        const standing: Standing = new Map();
        const sheets = new Map<string, Sent[][]>();
        tables.forEach((columns, s) => {
          // Some columns come a second time.
          const all = [...columns, ...again.map((each) => columns[each % columns.length])];
          const rows: Sent[][] = [["title", ...all.slice(1).map(() => "")], all.map((_, c) => `header ${c}`)];
          columns[0].forEach((_, r) => rows.push(all.map((cells) => cells[r])));
          const bands = [
            { top: 0, bottom: 0 },
            { top: 1, bottom: rows.length - 1 },
          ];
          const division = atOnce(divide(`Sheet ${s}`, rows, bands, standing));
          expect(carryOut(division, rows, sheets, `Sheet ${s}`)).toEqual(rows);
        });
      },
    ),
  );
});

const withHeader = (cells: readonly Sent[][]) => [["a", "b", "c"], ...cells];

test("a column that stands on an earlier sheet is copied, and so is one filled down", () => {
  const standing: Standing = new Map();
  const names = Array.from({ length: 200 }, (_, i) => `Unit ${i * i}`);
  const first = withHeader(names.map((name, i) => [name, i * 1.7, "Tier 1"]));
  const second = withHeader(names.map((name, i) => [`=B${i + 2}*2`, name, i * 1.7]));
  atOnce(divide("Scores", first, [{ top: 0, bottom: 200 }], standing));
  const { sent, copies } = atOnce(divide("Tiers", second, [{ top: 0, bottom: 200 }], standing));
  expect(copies).toEqual([
    {
      to: { top: 2, left: 0, bottom: 200, right: 0 },
      from: { top: 1, left: 0, bottom: 1, right: 0 },
      sheet: "Tiers",
      what: "Formulas",
    },
    {
      to: { top: 1, left: 1, bottom: 200, right: 2 },
      from: { top: 1, left: 0, bottom: 200, right: 1 },
      sheet: "Scores",
      what: "Values",
    },
  ]);
  expect(sent).toEqual([
    { top: 0, left: 0, bottom: 1, right: 0 },
    { top: 0, left: 1, bottom: 0, right: 2 },
  ]);
});

test("a column with one other cell is another column", () => {
  const standing: Standing = new Map();
  const one = Array.from({ length: 100 }, (_, i): Sent[] => [i]);
  const other = Array.from({ length: 100 }, (_, i): Sent[] => [i === 50 ? 50.5 : i]);
  atOnce(divide("One", one, [{ top: 0, bottom: 99 }], standing));
  expect(atOnce(divide("Other", other, [{ top: 0, bottom: 99 }], standing)).copies).toEqual([]);
});
