import { choose, defaultRecipe } from "../../src/engine/index";
import { newBook, type Book } from "../../src/hosts/xlsx/book";
import { numberOf, readCsv } from "./csv";
import { addReadMe, addSettings, addTableSheet } from "./sheet";

/** ASEM Sustainable Connectivity: three levels, denominators, groups, imputation and treatment. */
export function asemBook(dataCsv: string, metaCsv: string): Book {
  const countries = readCsv(dataCsv);
  const meta = readCsv(metaCsv);
  const book = newBook();
  const source = "European Commission, Joint Research Centre, ASEM Sustainable Connectivity Portal";
  addReadMe(book, "Read me", "ASEM Sustainable Connectivity", source, [
    [
      "What it is",
      "51 countries of Asia and Europe, 49 indicators in eight pillars and two sub-indices: how well countries are connected, and how sustainably.",
    ],
    [
      "Method",
      "Indicators of size are divided by area, population, GDP or energy use (column Denominator). A missing value takes the mean of its continent. Outliers are winsorised where skewness is above 2 and kurtosis above 3.5. Min-max to 0–100, direction turned where less is better, arithmetic means with equal weights at every level.",
    ],
    ["Sheets", "Indicators: the framework.  Data: one row a country.  Settings: how the index is made."],
    [
      "Source",
      `${source} (composite-indicators.jrc.ec.europa.eu), as stored in the R package COINr by W. Becker; 2018.`,
    ],
    ["Licence", "COINr: MIT, © William Becker. Original data: European Commission, Joint Research Centre."],
  ]);
  const nodes = meta.filter((row) => row.Type === "Aggregate");
  const indicators = meta.filter((row) => row.Type === "Indicator");
  const framework = [...nodes.sort((a, b) => Number(b.Level) - Number(a.Level)), ...indicators];
  const isIndicator = (row: Record<string, string>) => row.Type === "Indicator";
  addTableSheet(book, {
    name: "Indicators",
    title: "Framework",
    subtitle: "The index, two sub-indices, eight pillars, 49 indicators. Weights as in the source: equal.",
    table: "Framework",
    freezeColumns: 2,
    columns: [
      { header: "Code", width: 12, cells: framework.map((row) => row.iCode) },
      { header: "Name", width: 56, cells: framework.map((row) => row.iName) },
      { header: "Parent", width: 12, cells: framework.map((row) => row.Parent || null) },
      {
        header: "Weight",
        width: 9,
        style: { align: "center" },
        cells: framework.map((row) => (row.Parent ? numberOf(row.Weight) : null)),
      },
      {
        header: "Direction",
        width: 12,
        style: { align: "center" },
        cells: framework.map((row) =>
          isIndicator(row) ? (row.Direction === "-1" ? "negative" : "positive") : null,
        ),
      },
      { header: "Unit", width: 40, cells: framework.map((row) => (isIndicator(row) ? row.Unit : null)) },
      { header: "Denominator", width: 14, cells: framework.map((row) => row.Denominator || null) },
    ],
  });
  const group = (header: string, name: string, width: number) => ({
    header,
    width,
    style: { align: "center" } as const,
    cells: countries.map((country) => country[name] || null),
  });
  const number = (name: string, width = 11) => {
    const cells = countries.map((country) => numberOf(country[name]));
    const whole = cells.every((cell) => cell === null || Number.isInteger(cell));
    return { header: name, width, style: { numberFormat: whole ? "#,##0" : "#,##0.00" }, cells };
  };
  addTableSheet(book, {
    name: "Data",
    title: "Indicators by country, 2018",
    subtitle: `${source}, through COINr (MIT). Columns are headed by the codes of the sheet Indicators; the last four are denominators.`,
    table: "Countries",
    freezeColumns: 2,
    columns: [
      { header: "Country", width: 22, cells: countries.map((country) => country.uName) },
      { header: "Country code", width: 9, cells: countries.map((country) => country.uCode) },
      group("Continent", "EurAsia_group", 11),
      group("GDP group", "GDP_group", 9),
      group("GDP per head group", "GDPpc_group", 11),
      group("Population group", "Pop_group", 11),
      ...indicators.map((row) => number(row.iCode)),
      ...["Area", "Energy", "GDP", "Population"].map((name) => number(name, 13)),
    ],
  });
  addSettings(
    book,
    {
      ...defaultRecipe,
      // Viet Nam has five of eight indicators of one pillar; the values that are missing are filled.
      availability: 0.5,
      imputation: choose("group-mean", { group: "Continent" }),
      treatment: choose("winsorise"),
      tiers: choose("quantiles", { number: 4 }),
    },
    "en",
  );
  return book;
}
