import { strFromU8, unzipSync } from "fflate";
import { addStyle, findSheet, setValue, type Book } from "../../../src/hosts/xlsx/book";
import { readXlsx } from "../../../src/hosts/xlsx/read-xlsx";
import { writeXlsx } from "../../../src/hosts/xlsx/write-xlsx";
import { bookWorkbook } from "../../../src/hosts/xlsx/xlsx-workbook";
import { scoresDocument } from "../contract";
import { packed, richParts } from "./rich-package";

function open(bytes: Uint8Array): Book {
  const outcome = readXlsx(bytes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

function textsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** Names of parts that differ, are gone or are new. */
function differences(before: Record<string, string>, after: Record<string, string>) {
  return {
    changed: Object.keys(before).filter((name) => name in after && before[name] !== after[name]),
    gone: Object.keys(before).filter((name) => !(name in after)),
    added: Object.keys(after).filter((name) => !(name in before)),
  };
}

const shared = ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"];

describe("a workbook with much that we do not know", () => {
  test("is written as it was when nothing changed", () => {
    const parts = richParts();
    expect(textsOf(writeXlsx(open(packed(parts))))).toEqual(parts);
  });

  test("keeps every part of its own when results are added", async () => {
    const parts = richParts();
    const book = open(packed(parts));
    await bookWorkbook(book).write([scoresDocument()], { fingerprint: "f" });
    const after = textsOf(writeXlsx(book));
    expect(differences(parts, after)).toEqual({
      changed: expect.arrayContaining(shared),
      gone: ["xl/calcChain.xml"].filter(() => false),
      added: ["xl/worksheets/sheet3.xml", "xl/tables/table2.xml", "xl/worksheets/_rels/sheet3.xml.rels"],
    });
    expect(differences(parts, after).changed).toHaveLength(4);
    const workbook = after["xl/workbook.xml"];
    expect(workbook).toContain('<sheet name="Chart" sheetId="7" r:id="rId3"/>');
    expect(workbook).toContain('<definedName name="Rate" comment="as agreed">0.5</definedName>');
    expect(workbook).toContain('<sheet name="Scores" sheetId="8" r:id="rId8"/></sheets>');
    expect(workbook).toContain('activeTab="2"');
    expect(after["xl/tables/table2.xml"]).toContain(' id="4" name="Scores"');
    expect(after["xl/styles.xml"]).toContain(
      '<xf numFmtId="170" fontId="1" fillId="0" borderId="1" xfId="0" applyBorder="1"/>',
    );
  });

  test("a second run and a removal bring it back", async () => {
    const parts = richParts();
    let book = open(packed(parts));
    await bookWorkbook(book).write([scoresDocument(6)], { fingerprint: "f" });
    book = open(writeXlsx(book));
    await bookWorkbook(book).write([scoresDocument(2)], { fingerprint: "g" });
    book = open(writeXlsx(book));
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(["My & data", "Other", "Scores"]);
    await bookWorkbook(book).removeResults();
    const after = textsOf(writeXlsx(book));
    expect(differences(parts, after)).toMatchObject({ added: [], gone: ["xl/calcChain.xml"] });
    expect(after["xl/workbook.xml"]).not.toContain("Scores");
    expect(after["xl/worksheets/sheet1.xml"]).toBe(parts["xl/worksheets/sheet1.xml"]);
  });

  test("is read: rich text, readings, dates, errors, shared formulas, hidden rows, names, looks", async () => {
    const book = open(packed(richParts()));
    const sheet = findSheet(book, "My & data")!;
    expect(sheet.values.map((row) => [...row])).toEqual([
      ["City", "Rich text", "When", "=text"],
      ["東京", 0.015, 45292, 0.5],
      ["007\r\n", "#DIV/0!", 45292.5, 1],
      [true, undefined, undefined, 1],
    ]);
    expect([...sheet.formulas.values()]).toEqual(["=B2*Rate+$B$2", "=B3*Rate+$B$2", "=B4*Rate+$B$2"]);
    expect([...sheet.rows]).toEqual([[2, { hidden: true }]]);
    expect(sheet.merges).toEqual([{ top: 5, left: 0, bottom: 6, right: 1 }]);
    expect(sheet.columns.get(0)).toEqual({ width: 20 });
    expect(sheet.tables).toMatchObject([{ name: "Mine", top: 0, left: 5, bottom: 1, right: 6 }]);
    expect(sheet.links).toEqual([{ row: 1, column: 0, address: "https://example.org/?a=1&b=2" }]);
    expect(sheet.validations).toHaveLength(2);
    expect(book.styles[sheet.styles[1][1]]).toEqual({
      numberFormat: '0.0" %"',
      italic: true,
      colour: "#c00000",
      base: 1,
    });
    expect(book.styles[sheet.styles[1][2]]).toEqual({ numberFormat: "yyyy-mm-dd" });
    expect(book.names).toEqual([{ name: "Rate", formula: "=0.5", visible: true }]);
    expect(findSheet(book, "Other")!.names).toEqual([
      { name: "Local", formula: "=Other!$A$1", visible: true },
    ]);
    expect(book.active).toBe(1);
  });

  test("a single cell is edited and every other byte of its sheet stays", async () => {
    const parts = richParts();
    const book = open(packed(parts));
    await bookWorkbook(book).edit([
      { sheet: "My & data", row: 1, column: 1, value: 7 },
      { sheet: "My & data", row: 0, column: 4, value: "new" },
      { sheet: "My & data", row: 8, column: 0, value: "yes" },
      { sheet: "Other", row: 2, column: 1, value: true },
    ]);
    const after = textsOf(writeXlsx(book));
    expect(after["xl/worksheets/sheet1.xml"]).toBe(
      parts["xl/worksheets/sheet1.xml"]
        .replace('<c r="B2" s="1"><v>1.5E-2</v></c>', '<c r="B2" s="1"><v>7</v></c>')
        .replace(
          "<v>=text</v></c></row>",
          '<v>=text</v></c><c r="E1" t="inlineStr"><is><t>new</t></is></c></row>',
        )
        .replace(
          "</sheetData>",
          '<row r="9"><c r="A9" t="inlineStr"><is><t>yes</t></is></c></row></sheetData>',
        ),
    );
    expect(after["xl/worksheets/sheet2.xml"]).toBe(
      parts["xl/worksheets/sheet2.xml"].replace(
        "<sheetData/>",
        '<sheetData><row r="3"><c r="B3" t="b"><v>1</v></c></row></sheetData>',
      ),
    );
  });

  test("cells that lean on an edited shared formula get their own", async () => {
    const book = open(packed(richParts()));
    await bookWorkbook(book).edit([{ sheet: "My & data", row: 1, column: 3, value: 1 }]);
    const after = textsOf(writeXlsx(book))["xl/worksheets/sheet1.xml"];
    expect(after).not.toContain("shared");
    expect(after).toContain('<c r="D3"><f>B3*Rate+$B$2</f><v>1</v></c>');
  });

  test("what stands on a sheet that is written anew goes along", () => {
    const book = open(packed(richParts()));
    const sheet = findSheet(book, "My & data")!;
    addStyle(book, sheet, { top: 1, left: 1, bottom: 1, right: 1 }, { bold: true });
    setValue(sheet, 1, 0, "Tokyo");
    const after = textsOf(writeXlsx(book));
    const xml = after["xl/worksheets/sheet1.xml"];
    for (const kept of [
      "<sheetProtection",
      "<autoFilter",
      "<iconSet>",
      "<drawing r:id",
      'codeName="Sheet1"',
    ]) {
      expect(xml).toContain(kept);
    }
    expect(after["xl/tables/table1.xml"]).toBe(richParts()["xl/tables/table1.xml"]);
    // The thick border of the old look stays under the new bold font.
    expect(after["xl/styles.xml"]).toMatch(
      /<xf numFmtId="170" fontId="2" fillId="0" borderId="1"[^>]*applyBorder="1"/,
    );
    expect(open(writeXlsx(book)).sheets[0].formulas.size).toBe(3);
  });

  test("a sheet that is removed takes its own along and leaves #REF! behind", () => {
    const book = open(packed(richParts()));
    book.sheets[1].name = "Other";
    const gone = book.sheets.splice(0, 1)[0];
    expect(gone.name).toBe("My & data");
    book.active = 0;
    const after = textsOf(writeXlsx(book));
    expect(differences(richParts(), after).gone.sort()).toEqual([
      "xl/calcChain.xml",
      "xl/drawings/drawing1.xml",
      "xl/tables/table1.xml",
      "xl/worksheets/_rels/sheet1.xml.rels",
      "xl/worksheets/sheet1.xml",
    ]);
    expect(after["[Content_Types].xml"]).not.toContain(
      'sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet',
    );
    expect(after["xl/workbook.xml"]).toContain(
      '<definedName name="Local" localSheetId="1">Other!$A$1</definedName>',
    );
    expect(after["xl/workbook.xml"]).not.toContain("_FilterDatabase");
  });

  test("only one sheet is marked as in view", async () => {
    const book = open(packed(richParts()));
    await bookWorkbook(book).show({ sheet: "My & data", top: 0, left: 0, bottom: 0, right: 0 });
    const after = textsOf(writeXlsx(book));
    expect(after["xl/worksheets/sheet1.xml"]).toContain('<sheetView tabSelected="1" workbookViewId="0"/>');
    expect(after["xl/worksheets/sheet2.xml"]).not.toContain("tabSelected");
    expect(after["xl/workbook.xml"]).toContain('<workbookView xWindow="1" activeTab="0"/>');
  });
});

describe("a result that the user works on", () => {
  const scored = async () => {
    const book = open(packed(richParts()));
    await bookWorkbook(book).write([scoresDocument()], { fingerprint: "f" });
    return open(writeXlsx(book));
  };

  test("a column that Excel took into our table stays in it, in the same look", async () => {
    const book = await scored();
    const sheet = findSheet(book, "Scores")!;
    setValue(sheet, 2, 3, "My note");
    addStyle(book, sheet, { top: 3, left: 3, bottom: 5, right: 3 }, { italic: true });
    Object.assign(sheet.tables[0], { right: 3, part: undefined });
    await bookWorkbook(book).write([scoresDocument()], { fingerprint: "g" });
    const after = findSheet(open(writeXlsx(book)), "Scores")!;
    expect(after.tables).toMatchObject([{ name: "Scores", top: 2, left: 0, bottom: 5, right: 3 }]);
    expect(after.values[2][3]).toBe("My note");
    expect(book.styles[sheet.styles[3][3]]).toMatchObject({ italic: true });
  });

  test("a picture and a rule of the user's on our sheet go along", async () => {
    const book = await scored();
    const part = findSheet(book, "Scores")!.part!;
    const texts = textsOf(writeXlsx(book));
    texts[part] = texts[part]
      .replace("<tableParts", '<drawing r:id="rId77"/><tableParts')
      .replace(
        "<pageMargins",
        '<conditionalFormatting sqref="H1:H9"><cfRule type="top10" priority="9" rank="3"/></conditionalFormatting><pageMargins',
      );
    const name = part.replace("worksheets/", "worksheets/_rels/") + ".rels";
    texts[name] = texts[name].replace(
      "</Relationships>",
      '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
    );
    const again = open(packed(texts));
    await bookWorkbook(again).write([scoresDocument(9)], { fingerprint: "g" });
    const after = textsOf(writeXlsx(again));
    expect(after[part]).toContain('<drawing r:id="rId77"/>');
    expect(after[part]).toContain('type="top10"');
    expect(after[name]).toContain('Id="rId77"');
    expect(after["xl/drawings/drawing1.xml"]).toBe(texts["xl/drawings/drawing1.xml"]);
  });
});

describe("other ways to write the same file", () => {
  const prefixed = () => {
    const parts = richParts();
    for (const name of [
      "xl/workbook.xml",
      "xl/styles.xml",
      "xl/worksheets/sheet1.xml",
      "xl/worksheets/sheet2.xml",
    ]) {
      parts[name] = parts[name]
        .replace(/<(\/?)(?=[A-Za-z][\w]*[\s/>])/g, "<$1x:")
        .replace(' xmlns="', ' xmlns:x="');
    }
    return parts;
  };

  test("tags with a prefix", async () => {
    const parts = prefixed();
    const book = open(packed(parts));
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(["My & data", "Other"]);
    await bookWorkbook(book).edit([{ sheet: "Other", row: 0, column: 0, value: "x" }]);
    await bookWorkbook(book).write([scoresDocument()], { fingerprint: "f" });
    const bytes = writeXlsx(book);
    const after = textsOf(bytes);
    expect(after["xl/worksheets/sheet2.xml"]).toContain(
      '<x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c></x:row></x:sheetData>',
    );
    expect(after["xl/workbook.xml"]).toContain('<x:sheet name="Scores"');
    expect(after["xl/styles.xml"]).not.toMatch(/<(?!\/?x:|\?)/);
    expect(open(bytes).sheets.map((sheet) => sheet.name)).toEqual(["My & data", "Other", "Scores"]);
  });

  test("files that are none are issues, not faults", () => {
    const codes = (bytes: Uint8Array) => {
      const outcome = readXlsx(bytes);
      return outcome.ok ? [] : outcome.issues.map((issue) => issue.code);
    };
    expect(codes(new Uint8Array())).toEqual(["file.unreadable"]);
    expect(codes(new TextEncoder().encode("name,value"))).toEqual(["file.unreadable"]);
    expect(codes(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toEqual(["file.protected"]);
    expect(codes(packed({ "word/document.xml": "<w/>" }))).toEqual(["file.unreadable"]);
    expect(
      codes(packed({ ...richParts(), "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row" })),
    ).toEqual(["file.unreadable"]);
  });

  test("equal books are equal files", async () => {
    const make = async () => {
      const book = open(packed(richParts()));
      await bookWorkbook(book).write([scoresDocument()], { fingerprint: "f" });
      return Buffer.from(writeXlsx(book));
    };
    expect((await make()).equals(await make())).toBe(true);
  });
});
