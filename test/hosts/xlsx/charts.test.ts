import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { addSheet, findSheet, newBook, type Book, type BookChart } from "../../../src/hosts/xlsx/book";
import { insertLines } from "../../../src/hosts/xlsx/insert-lines";
import { readXlsx } from "../../../src/hosts/xlsx/read-xlsx";
import { writeXlsx } from "../../../src/hosts/xlsx/write-xlsx";
import { bookWorkbook } from "../../../src/hosts/xlsx/xlsx-workbook";
import { childElements } from "../../../src/hosts/xlsx/xml";
import { chartDocument } from "../chart-document";

/** Children in order, of the elements that we write: dml-chart.xsd of ECMA-376, 5th edition. */
const schema: Readonly<Record<string, string>> = {
  chartSpace:
    "date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst",
  chart:
    "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst",
  title: "tx layout overlay spPr txPr extLst",
  // Axes may stand in any order.
  plotArea: "layout barChart lineChart radarChart scatterChart stockChart catAx valAx dTable spPr extLst",
  barChart: "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst",
  lineChart: "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst",
  scatterChart: "scatterStyle varyColors ser dLbls axId extLst",
  radarChart: "radarStyle varyColors ser dLbls axId extLst",
  stockChart: "ser dLbls dropLines hiLowLines upDownBars axId extLst",
  upDownBars: "gapWidth upBars downBars extLst",
  dPt: "idx invertIfNegative marker bubble3D explosion spPr pictureOptions extLst",
  dLbls:
    "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst",
  trendline:
    "name spPr trendlineType order period forward backward intercept dispRSqr dispEq trendlineLbl extLst",
  marker: "symbol size spPr extLst",
  scaling: "logBase orientation max min extLst",
  catAx:
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst",
  valAx:
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits extLst",
  legend: "legendPos legendEntry layout overlay spPr txPr extLst",
  numRef: "f numCache extLst",
  strRef: "f strCache extLst",
  numCache: "formatCode ptCount pt extLst",
  strCache: "ptCount pt extLst",
};
const seriesSchema: Readonly<Record<string, string>> = {
  barChart:
    "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape extLst",
  scatterChart: "idx order tx spPr marker dPt dLbls trendline errBars xVal yVal smooth extLst",
  lineChart: "idx order tx spPr marker dPt dLbls trendline errBars cat val smooth extLst",
  radarChart: "idx order tx spPr marker dPt dLbls cat val extLst",
  stockChart: "idx order tx spPr marker dPt dLbls trendline errBars cat val smooth extLst",
};

/** Elements whose children stand in another order than the schema asks for, or that it does not know there. */
function misplaced(xml: string, tag: string, parent: string): string[] {
  const children = childElements(xml);
  const order = (tag === "ser" ? seriesSchema[parent] : schema[tag])?.split(" ");
  const places = children.map((child) => order?.indexOf(child.tag) ?? 0);
  const wrong =
    order && places.some((place, i) => place < 0 || place < (places[i - 1] ?? 0))
      ? [`${parent}/${tag}: ${children.map((child) => child.tag).join(" ")}`]
      : [];
  return [
    ...wrong,
    ...children.flatMap((child) => misplaced(xml.slice(child.start, child.end), child.tag, tag)),
  ];
}

async function written(rows = 5): Promise<Book> {
  const book = newBook();
  addSheet(book, "Data");
  const done = await bookWorkbook(book).write([chartDocument(rows)], { fingerprint: "f" });
  expect(done.ok).toBe(true);
  return book;
}
function open(bytes: Uint8Array): Book {
  const outcome = readXlsx(bytes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}
const texts = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
const chartsOn = (book: Book) => findSheet(book, "Scores")!.charts;
/** What a chart is, apart from where it is kept. */
const content = ({ id: _, part: _part, changed: _changed, ...chart }: BookChart) => chart;

test("every kind is written in the order of the schema, each part with its type and its way there", async () => {
  const parts = texts(writeXlsx(await written()));
  const charts = Object.keys(parts).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name));
  expect(charts).toHaveLength(7);
  for (const name of charts) {
    expect(misplaced(parts[name], "chartSpace", "")).toEqual([]);
    expect(parts["[Content_Types].xml"]).toContain(
      `PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"`,
    );
  }
  const anchors = childElements(parts["xl/drawings/drawing1.xml"]);
  expect(anchors.map(({ tag }) => tag)).toEqual(Array(7).fill("twoCellAnchor"));
  const ids = [...parts["xl/drawings/drawing1.xml"].matchAll(/<xdr:cNvPr id="(\d+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(7);
});

test("what is written is read again, and written as it was when nothing changed", async () => {
  const book = await written();
  const bytes = writeXlsx(book);
  const again = open(bytes);
  expect(chartsOn(again).map(content)).toEqual(chartsOn(book).map(content));
  expect(chartsOn(again)[0].series[0]).toMatchObject({ name: "Series <2>", values: "Scores!$C$4:$C$8" });
  expect(texts(writeXlsx(again))).toEqual(texts(bytes));
});

test("a second run moves the data and keeps what the user made of the charts", async () => {
  const parts = unzipSync(writeXlsx(await written(5)));
  const drawing = strFromU8(parts["xl/drawings/drawing1.xml"]);
  const column = Object.keys(parts).find(
    (name) => /charts\/chart/.test(name) && strFromU8(parts[name]).includes('barDir val="col"'),
  )!;
  // The user colours a series, rounds the corners, and adds a chart and a picture of their own.
  const restyled = strFromU8(parts[column])
    .replaceAll("E69F00", "AA0011")
    .replace(/roundedCorners val="0"/, 'roundedCorners val="1"');
  parts[column] = strToU8(restyled);
  parts["xl/charts/chart9.xml"] = strToU8(restyled.replace("The column", "My own"));
  const own = childElements(drawing)[1];
  const picture = "<xdr:oneCellAnchor><xdr:pic/></xdr:oneCellAnchor>";
  const mine = drawing
    .slice(own.start, own.end)
    .replace("Scorebook column", "Chart 7")
    .replace(/r:id="rId\d+"/, 'r:id="rId77"');
  parts["xl/drawings/drawing1.xml"] = strToU8(drawing.replace("</xdr:wsDr>", `${mine}${picture}</xdr:wsDr>`));
  const relations = "xl/drawings/_rels/drawing1.xml.rels";
  parts[relations] = strToU8(
    strFromU8(parts[relations]).replace(
      "</Relationships>",
      '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="../charts/chart9.xml"/></Relationships>',
    ),
  );
  const book = open(zipSync(parts));
  expect(chartsOn(book).map(({ name }) => name)).toContain("Chart 7");

  const document = chartDocument(8);
  const next = { ...document, charts: document.charts.filter(({ kind }) => kind !== "radar") };
  await bookWorkbook(book).write([next], { fingerprint: "g" });
  const after = texts(writeXlsx(book));
  expect(after["xl/charts/chart9.xml"]).toBe(strFromU8(parts["xl/charts/chart9.xml"]));
  expect(after["xl/drawings/drawing1.xml"]).toContain(mine);
  expect(after["xl/drawings/drawing1.xml"]).toContain(picture);
  expect(after["xl/drawings/drawing1.xml"]).not.toContain("Scorebook radar");
  expect(Object.values(after).join("")).not.toContain("radarChart");
  expect(after[column]).toContain("AA0011");
  expect(after[column]).toContain('roundedCorners val="1"');
  expect(after[column]).toContain("<c:f>Scores!$C$4:$C$11</c:f>");
  expect(misplaced(after[column], "chartSpace", "")).toEqual([]);
  const reread = chartsOn(open(writeXlsx(book)));
  expect(reread.find(({ name }) => name === "Scorebook column")).toMatchObject({
    from: { row: 26 },
    series: [{ values: "Scores!$C$4:$C$11" }, { values: "Scores!$D$4:$D$11", colour: "#AA0011" }],
  });

  await bookWorkbook(book).removeResults();
  expect(Object.keys(texts(writeXlsx(book))).filter((name) => /charts|drawings/.test(name))).toEqual([]);
});

test("a result of the same size leaves its charts, and its columns, where the user moved them", async () => {
  const book = open(writeXlsx(await written(5)));
  const sheet = findSheet(book, "Scores")!;
  sheet.charts[0].from = { row: 40, column: 9, right: 3, down: 6 };
  sheet.charts[0].to = { row: 50, column: 15, right: 0, down: 0 };
  sheet.charts[0].changed = true;
  sheet.columns.set(1, { width: 44 });
  await bookWorkbook(book).write([chartDocument(5)], { fingerprint: "g" });
  const again = findSheet(open(writeXlsx(book)), "Scores")!;
  expect(again.charts[0]).toMatchObject({ from: { row: 40, column: 9, right: 3, down: 6 } });
  expect(again.columns.get(1)!.width).toBeCloseTo(44, 1);
  expect(again.columns.get(2)!.width).toBeCloseTo(12, 1);
  await bookWorkbook(book).write([chartDocument(6)], { fingerprint: "h" });
  expect(chartsOn(book)[0].from).toEqual({ row: 12, column: 0, right: 0, down: 0 });
});

test("charts follow the cells that they draw", async () => {
  const book = await written(5);
  insertLines(book, findSheet(book, "Scores")!, "row", 5, 2);
  const [bar] = chartsOn(open(writeXlsx(book)));
  expect(bar.series[0].values).toBe("Scores!$C$4:$C$10");
  expect(bar.from.row).toBe(13);
});
