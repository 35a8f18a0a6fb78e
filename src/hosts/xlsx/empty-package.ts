import { setPartText, type Parts } from "./package-parts";
import { mainNamespace, relationNamespace } from "./write-relations";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packageNamespace = "http://schemas.openxmlformats.org/package/2006";
const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The package of a workbook without sheets; writing a new book fills it as it fills one that was read. */
export function emptyPackage(): Parts {
  const parts: Parts = {};
  setPartText(
    parts,
    "[Content_Types].xml",
    `${head}<Types xmlns="${packageNamespace}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/></Types>`,
  );
  setPartText(
    parts,
    "_rels/.rels",
    `${head}<Relationships xmlns="${packageNamespace}/relationships">` +
      `<Relationship Id="rId1" Type="${relationNamespace}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  setPartText(
    parts,
    "xl/workbook.xml",
    `${head}<workbook xmlns="${mainNamespace}" xmlns:r="${relationNamespace}">` +
      '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews>' +
      "<sheets></sheets></workbook>",
  );
  setPartText(
    parts,
    "xl/_rels/workbook.xml.rels",
    `${head}<Relationships xmlns="${packageNamespace}/relationships">` +
      `<Relationship Id="rId1" Type="${relationNamespace}/styles" Target="styles.xml"/></Relationships>`,
  );
  setPartText(
    parts,
    "xl/styles.xml",
    `${head}<styleSheet xmlns="${mainNamespace}">` +
      '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      '<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>' +
      "</styleSheet>",
  );
  return parts;
}
