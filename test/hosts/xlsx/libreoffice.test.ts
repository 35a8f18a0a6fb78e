import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8 } from "fflate";
import {
  addSheet,
  cellKey,
  newBook,
  setFormula,
  setValue,
  usedArea,
  valueAt,
  type BookChart,
} from "../../../src/hosts/xlsx/book";
import { readXlsx } from "../../../src/hosts/xlsx/read-xlsx";
import { bookWorkbook } from "../../../src/hosts/xlsx/xlsx-workbook";
import { scoreWorkbook } from "../../../src/tasks/index";
import { chartDocument } from "../chart-document";
import { scoresDocument } from "../contract";
import { describeLibreOffice, libreOfficeFolder, throughLibreOffice } from "./libreoffice";

const folder = libreOfficeFolder();

describeLibreOffice("LibreOffice opens what we write", () => {
  test("values, texts that look like something else, formulas, tables", async () => {
    const book = newBook();
    const sheet = addSheet(book, "数据 & more");
    const texts = [
      "007",
      "=1+1",
      "+49",
      "-5",
      "@x",
      "'q",
      "TRUE",
      "1-2",
      "  padded ",
      "a\nb",
      "<&>\"'",
      "_x0041_",
      "😀",
    ];
    texts.forEach((text, row) => setValue(sheet, row, 0, text));
    const numbers = [0.1 + 0.2, 1e-300, -1.5e308, 123456789012345, 0];
    numbers.forEach((value, row) => setValue(sheet, row, 1, value));
    setValue(sheet, 0, 2, true);
    setFormula(sheet, 1, 2, "=SUM(B1,B4)");
    await bookWorkbook(book).write([scoresDocument(5, 6)], { fingerprint: "f" });
    await bookWorkbook(book).show({ sheet: "Scores", top: 0, left: 0, bottom: 0, right: 0 });
    const saved = throughLibreOffice(book, folder(), "values");
    expect(saved.sheets.map((each) => each.name)).toEqual(["数据 & more", "Scores"]);
    expect(texts.map((_, row) => valueAt(saved.sheets[0], row, 0))).toEqual(texts);
    // LibreOffice saves fifteen digits.
    const fifteen = numbers.map((value) => Number(value.toPrecision(15)));
    expect(numbers.map((_, row) => valueAt(saved.sheets[0], row, 1))).toEqual(fifteen);
    expect(valueAt(saved.sheets[0], 1, 2)).toBe(123456789012345);
    const scores = saved.sheets[1];
    expect(scores.values.map((row) => row.slice(0, 3))[3]).toEqual([1, "Unit 1", 90]);
    expect(scores.tables).toMatchObject([{ name: "Scores", top: 2, left: 0, bottom: 7, right: 5 }]);
    expect(scores.conditionalFormats[0]).toMatchObject({
      kind: "data-bar",
      min: 0,
      max: 100,
      top: 3,
      bottom: 7,
    });
    expect(scores.print).toMatchObject({ orientation: "landscape", titleTop: 2, titleBottom: 2 });
    const read = await bookWorkbook(saved).read();
    expect(read.ok && read.value[1].mark).toEqual({ kind: "scores", rows: 8, columns: 6, fingerprint: "f" });
  });

  test("charts of every kind, over the same cells", async () => {
    const book = newBook();
    addSheet(book, "Data");
    await bookWorkbook(book).write([chartDocument(5)], { fingerprint: "f" });
    const saved = throughLibreOffice(book, folder(), "charts");
    const drawn = (each: BookChart) => ({
      kind: each.kind,
      title: each.title,
      cells: each.series.map(({ values, against }) => [values, against]),
      trend: each.series.some(({ trendLine }) => trendLine),
    });
    // Lines and stock charts are saved in an arrangement of LibreOffice's own, which our reader leaves alone.
    const alike = ({ kind }: BookChart) => !["box", "interval", "line"].includes(kind);
    const ours = book.sheets[1].charts;
    expect(saved.sheets[1].charts.filter(alike).map(drawn)).toEqual(ours.filter(alike).map(drawn));
    const parts = Object.entries(saved.source!).map(([name, bytes]) => ({ name, text: strFromU8(bytes) }));
    expect(parts.filter(({ name }) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(7);
    const drawing = parts.find(({ name }) => /drawings\/drawing\d+\.xml$/.test(name))!.text;
    for (const { kind } of ours) expect(drawing).toContain(`name="Scorebook ${kind}"`);
  });

  test("a whole run on a sample, every sheet and every value", async () => {
    const sample = join(__dirname, "../../../assets/samples/hdi-2025.xlsx");
    const opened = readXlsx(readFileSync(sample));
    if (!opened.ok) throw new Error("the sample does not open");
    const book = opened.value;
    await scoreWorkbook(bookWorkbook(book), { locale: "zh-CN", now: "2026-01-01T00:00:00+08:00" });
    const saved = throughLibreOffice(book, folder(), "run");
    expect(saved.sheets.map((sheet) => sheet.name)).toEqual(book.sheets.map((sheet) => sheet.name));
    const differing: unknown[] = [];
    let compared = 0;
    book.sheets.forEach((sheet, i) => {
      const area = usedArea(sheet)!;
      for (let row = area.top; row <= area.bottom; row += 1) {
        for (let column = area.left; column <= area.right; column += 1) {
          if (sheet.formulas.has(cellKey(row, column))) continue;
          const held = valueAt(sheet, row, column);
          const before = held === "" ? null : held;
          const after = valueAt(saved.sheets[i], row, column);
          // LibreOffice rounds the last of fifteen digits its own way.
          const same =
            typeof before === "number" && typeof after === "number"
              ? Math.abs(after - before) <= 1e-14 * Math.abs(before)
              : after === before;
          if (!same) differing.push([sheet.name, row, column, before, after]);
          compared += 1;
        }
      }
      expect(saved.sheets[i].tables.map((table) => table.name).sort()).toEqual(
        sheet.tables.map((table) => table.name).sort(),
      );
    });
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThan(5000);
  });
});
