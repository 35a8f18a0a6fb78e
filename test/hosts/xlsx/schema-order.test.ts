import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "../../../src/hosts/xlsx/read-xlsx";
import { writeXlsx } from "../../../src/hosts/xlsx/write-xlsx";
import { bookWorkbook } from "../../../src/hosts/xlsx/xlsx-workbook";
import { attribute, childElements } from "../../../src/hosts/xlsx/xml";
import { scoreWorkbook } from "../../../src/tasks/index";

/** CT_Worksheet, ECMA-376 part 1, 18.3.1.99. */
const worksheet =
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst".split(
    " ",
  );

/** What Excel would offer to repair, found without Excel. */
test("a scored sample is a well-formed package", async () => {
  const opened = readXlsx(readFileSync(join(__dirname, "../../../assets/samples/asem.xlsx")));
  if (!opened.ok) throw new Error("the sample does not open");
  const options = { locale: "en", now: "2026-01-01T00:00:00Z" } as const;
  await scoreWorkbook(bookWorkbook(opened.value), options);
  await scoreWorkbook(bookWorkbook(opened.value), options);
  const parts = unzipSync(writeXlsx(opened.value));
  const text = (name: string) => strFromU8(parts[name]);
  const types = childElements(text("[Content_Types].xml")).filter((child) => child.tag === "Override");
  const typed = types.map((child) => attribute(child.attributes, "PartName")!.slice(1));
  expect(new Set(typed).size).toBe(typed.length);
  expect(typed.filter((name) => !parts[name])).toEqual([]);
  expect(
    Object.keys(parts).filter(
      (name) => /(worksheets|tables)\/[^/]*\.xml$/.test(name) && !typed.includes(name),
    ),
  ).toEqual([]);

  const tableIds: string[] = [];
  const tableNames: string[] = [];
  for (const name of Object.keys(parts).filter((part) => part.startsWith("xl/worksheets/sheet"))) {
    const xml = text(name);
    const places = childElements(xml).map((child) => worksheet.indexOf(child.tag));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    const cells = [...xml.matchAll(/<c r="([A-Z]+)(\d+)"/g)].map(
      ([, letters, row]) =>
        Number(row) * 20000 + [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    );
    expect(cells.every((cell, i) => i === 0 || cells[i - 1] < cell)).toBe(true);
    const formats = [...text("xl/styles.xml").matchAll(/<cellXfs count="(\d+)"/g)].map((found) =>
      Number(found[1]),
    )[0];
    const used = Math.max(0, ...[...xml.matchAll(/ s="(\d+)"/g)].map((found) => Number(found[1])));
    expect(used).toBeLessThan(formats);
    const priorities = [...xml.matchAll(/priority="(\d+)"/g)].map((found) => found[1]);
    expect(new Set(priorities).size).toBe(priorities.length);
  }
  for (const name of Object.keys(parts).filter((part) => part.startsWith("xl/tables/"))) {
    const xml = text(name);
    tableIds.push(/ id="(\d+)"/.exec(xml)![1]);
    tableNames.push(/displayName="([^"]*)"/.exec(xml)![1].toLowerCase());
    const headers = [...xml.matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)].map((found) =>
      found[1].toLowerCase(),
    );
    expect(new Set(headers).size).toBe(headers.length);
  }
  expect(new Set(tableIds).size).toBe(tableIds.length);
  expect(new Set(tableNames).size).toBe(tableNames.length);
  const styles = text("xl/styles.xml");
  for (const container of childElements(styles)) {
    const inside = styles.slice(container.start, container.end);
    const count = attribute(container.attributes, "count");
    if (count !== undefined)
      expect([container.tag, childElements(inside).length]).toEqual([container.tag, Number(count)]);
  }
  const sheetIds = [...text("xl/workbook.xml").matchAll(/sheetId="(\d+)"/g)].map((found) => found[1]);
  expect(new Set(sheetIds).size).toBe(sheetIds.length);
});
