import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const pack = "http://schemas.openxmlformats.org/package/2006";
const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const relation = (id: string, kind: string, target: string, mode = "") =>
  `<Relationship Id="${id}" Type="${r}/${kind}" Target="${target}"${mode}/>`;
const relations = (...each: string[]) =>
  `${head}<Relationships xmlns="${pack}/relationships">${each.join("")}</Relationships>`;

/**
 * A workbook with what users' workbooks have and we do not model: a chart and a chart sheet, a comment, sparklines, icons as
 * conditional format, macros, custom XML, an order of calculation, protected styles, names with comments.
 */
export function richParts(): Record<string, string> {
  return {
    "[Content_Types].xml":
      `${head}<Types xmlns="${pack}/content-types"><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>' +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${type}.worksheet+xml"/>` +
      `<Override PartName="/xl/chartsheets/sheet1.xml" ContentType="${type}.chartsheet+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/>` +
      `<Override PartName="/xl/calcChain.xml" ContentType="${type}.calcChain+xml"/><Override PartName="/xl/tables/table1.xml" ContentType="${type}.table+xml"/>` +
      '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>' +
      '<Override PartName="/xl/drawings/drawing2.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>' +
      "</Types>",
    "_rels/.rels": relations(
      relation("rId1", "officeDocument", "xl/workbook.xml"),
      relation("rId9", "customXml", "customXml/item1.xml"),
    ),
    "customXml/item1.xml": "<our xmlns='urn:our'>own</our>",
    "xl/workbook.xml":
      `${head}<workbook xmlns="${main}" xmlns:r="${r}"><fileVersion appName="xl"/><workbookPr codeName="ThisWorkbook"/>` +
      '<bookViews><workbookView xWindow="1" activeTab="2" firstSheet="0"/></bookViews><sheets>' +
      '<sheet name="My &amp; data" sheetId="4" r:id="rId1"/><sheet name="Chart" sheetId="7" r:id="rId3"/><sheet name="Other" sheetId="5" r:id="rId2"/></sheets>' +
      '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\'My &amp; data\'!$A$1:$D$4</definedName>' +
      '<definedName name="Rate" comment="as agreed">0.5</definedName>' +
      '<definedName name="Local" localSheetId="2">Other!$A$1</definedName></definedNames>' +
      '<calcPr calcId="191029" iterate="1"/><extLst><ext uri="{1}"><keep/></ext></extLst></workbook>',
    "xl/_rels/workbook.xml.rels": relations(
      relation("rId1", "worksheet", "worksheets/sheet1.xml"),
      relation("rId2", "worksheet", "/xl/worksheets/sheet2.xml"),
      relation("rId3", "chartsheet", "chartsheets/sheet1.xml"),
      relation("rId4", "styles", "styles.xml"),
      relation("rId5", "sharedStrings", "sharedStrings.xml"),
      relation("rId6", "calcChain", "calcChain.xml"),
      `<Relationship Id="rId7" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>`,
    ),
    "xl/vbaProject.bin": "\u0001\u0002 not really macros",
    "xl/calcChain.xml": `${head}<calcChain xmlns="${main}"><c r="D2" i="4"/><c r="D3" i="4"/><c r="D4" i="4"/></calcChain>`,
    "xl/sharedStrings.xml":
      `${head}<sst xmlns="${main}" count="4" uniqueCount="4"><si><t>City</t></si>` +
      '<si><r><rPr><b/></rPr><t xml:space="preserve">Rich </t></r><r><t>text</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>007_x000D_&#10;</t></si></sst>',
    "xl/styles.xml":
      `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="0.0&quot; %&quot;"/></numFmts>` +
      '<fonts count="2"><font><sz val="10"/><color theme="1"/><name val="Arial"/></font><font><i/><sz val="10"/><color rgb="FFC00000"/><name val="Arial"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="2"><border/><border><left style="thick"><color auto="1"/></left></border></borders>' +
      '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
      '<xf numFmtId="170" fontId="1" fillId="0" borderId="1" xfId="0" applyBorder="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><protection locked="0"/></xf></cellXfs></styleSheet>',
    "xl/worksheets/sheet1.xml":
      `${head}<worksheet xmlns="${main}" xmlns:r="${r}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">` +
      '<sheetPr codeName="Sheet1"><tabColor theme="4"/></sheetPr><dimension ref="A1:D4"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>' +
      '<sheetFormatPr defaultRowHeight="13.2"/><cols><col min="1" max="2" width="20.7109375" customWidth="1"/></cols>\r\n<sheetData>' +
      '<row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>When</t></is></c><c r="D1" t="str"><v>=text</v></c></row>' +
      '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>1.5E-2</v></c><c r="C2" s="2"><v>45292</v></c><c r="D2"><f t="shared" ref="D2:D4" si="0">B2*Rate+$B$2</f><v>0.5</v></c></row>' +
      '<row r="3" hidden="1"><c r="A3" t="s"><v>3</v></c><c r="B3" t="e"><v>#DIV/0!</v></c><c r="C3" t="d"><v>2024-01-01T12:00:00</v></c><c r="D3"><f t="shared" si="0"/><v>1</v></c></row>' +
      '<row r="4"><c r="A4" t="b"><v>1</v></c><c r="C4"/><c r="D4"><f t="shared" si="0"/><v>1</v></c></row></sheetData>' +
      '<sheetProtection sheet="1"/><autoFilter ref="A1:D4"/><mergeCells count="1"><mergeCell ref="A6:B7"/></mergeCells>' +
      '<conditionalFormatting sqref="B2:B4"><cfRule type="iconSet" priority="1"><iconSet><cfvo type="percent" val="0"/><cfvo type="percent" val="33"/><cfvo type="percent" val="67"/></iconSet></cfRule></conditionalFormatting>' +
      '<dataValidations count="1"><dataValidation type="list" showErrorMessage="1" sqref="A9 B9:B10"><formula1>"yes,no"</formula1></dataValidation></dataValidations>' +
      '<hyperlinks><hyperlink ref="A2" r:id="rId3"/></hyperlinks><drawing r:id="rId1"/><tableParts count="1"><tablePart r:id="rId2"/></tableParts></worksheet>',
    "xl/worksheets/_rels/sheet1.xml.rels": relations(
      relation("rId1", "drawing", "../drawings/drawing1.xml"),
      relation("rId2", "table", "../tables/table1.xml"),
      relation("rId3", "hyperlink", "https://example.org/?a=1&amp;b=2", ' TargetMode="External"'),
    ),
    "xl/tables/table1.xml": `${head}<table xmlns="${main}" id="3" name="Mine" displayName="Mine" ref="F1:G2"><tableColumns count="2"><tableColumn id="1" name="a"/><tableColumn id="2" name="b"/></tableColumns></table>`,
    "xl/drawings/drawing1.xml": "<xdr:wsDr xmlns:xdr='urn:drawing'>a picture of ours</xdr:wsDr>",
    "xl/drawings/drawing2.xml": "<xdr:wsDr xmlns:xdr='urn:drawing'>another</xdr:wsDr>",
    "xl/worksheets/sheet2.xml":
      `${head}<worksheet xmlns="${main}" xmlns:r="${r}"><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>` +
      '<sheetData/><extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><sparklines/></ext></extLst></worksheet>',
    "xl/chartsheets/sheet1.xml": `${head}<chartsheet xmlns="${main}" xmlns:r="${r}"><drawing r:id="rId1"/></chartsheet>`,
    "xl/chartsheets/_rels/sheet1.xml.rels": relations(
      relation("rId1", "drawing", "../drawings/drawing2.xml"),
    ),
  };
}

export function packed(parts: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
