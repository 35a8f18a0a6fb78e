import { choose, defaultRecipe } from "../../src/engine/index";
import { newBook, type Book } from "../../src/hosts/xlsx/book";
import { numberOf, readCsv } from "./csv";
import { addReadMe, addSettings, addTableSheet } from "./sheet";

/** The Human Development Index of one edition, from the extract of its annex table, ready to score. */
export function hdiBook(csv: string, edition: string): Book {
  const countries = readCsv(csv);
  const book = newBook();
  const source = `UNDP, Human Development Report ${edition}, Statistical annex, Table 1`;
  addReadMe(book, "Read me", `Human Development Index ${edition}`, source, [
    [
      "What it is",
      `${countries.length} countries and territories, four indicators in three dimensions: a long and healthy life, knowledge, a decent standard of living. Score the workbook and compare: the result is the published index at its three decimals, for every country.`,
    ],
    [
      "Method",
      "Goalposts: life expectancy 20 to 85 years, expected years of schooling 0 to 18, mean years of schooling 0 to 15, GNI per capita 100 to 75,000 (2021 PPP $) on logarithms; values beyond them are cut. Education is the arithmetic mean of its two indicators, the index the geometric mean of the three dimensions. A country that lacks an indicator has no index. Groups: 0.800 and above very high, 0.700 high, 0.550 medium, on the rounded index.",
    ],
    ["Sheets", "Indicators: the framework.  Data: one row a country.  Settings: how the index is made."],
    ["Source", `${source}; method: Technical note 1. hdr.undp.org`],
    [
      "Licence",
      "© United Nations Development Programme, CC BY 3.0 IGO (creativecommons.org/licenses/by/3.0/igo). Values unchanged; layout by Scorebook. UNDP does not endorse this workbook.",
    ],
  ]);
  const right = { align: "right" } as const;
  addTableSheet(book, {
    name: "Indicators",
    title: "Framework",
    subtitle: "One row a node: the index, its dimensions, and the indicators below them.",
    table: "Framework",
    freezeColumns: 2,
    columns: [
      { header: "Code", width: 12, cells: ["HDI", "HEALTH", "EDU", "LIVING", "LE", "EYS", "MYS", "GNI"] },
      {
        header: "Name",
        width: 34,
        cells: [
          "Human Development Index",
          "Health",
          "Education",
          "Standard of living",
          "Life expectancy at birth",
          "Expected years of schooling",
          "Mean years of schooling",
          "Gross national income per capita",
        ],
      },
      { header: "Parent", width: 12, cells: [null, "HDI", "HDI", "HDI", "HEALTH", "EDU", "EDU", "LIVING"] },
      { header: "Weight", width: 9, style: { align: "center" }, cells: [null, 1, 1, 1, 1, 1, 1, 1] },
      {
        header: "Direction",
        width: 12,
        style: { align: "center" },
        cells: [null, null, null, null, ...Array(4).fill("positive")],
      },
      { header: "Unit", width: 14, cells: [null, null, null, null, "years", "years", "years", "2021 PPP $"] },
      {
        header: "Low",
        width: 9,
        style: { ...right, numberFormat: "#,##0" },
        cells: [null, null, null, null, 20, 0, 0, 100],
      },
      {
        header: "High",
        width: 9,
        style: { ...right, numberFormat: "#,##0" },
        cells: [null, null, null, null, 85, 18, 15, 75000],
      },
      {
        header: "Normalisation",
        width: 22,
        style: { indent: 1 },
        cells: [null, null, null, null, null, null, null, "goalposts (log=yes)"],
      },
    ],
  });
  const column = (name: string) => countries.map((country) => numberOf(country[name]));
  addTableSheet(book, {
    name: "Data",
    title: `Human development indicators, edition ${edition}`,
    subtitle: `${source}. CC BY 3.0 IGO.`,
    table: "Countries",
    freezeColumns: 1,
    columns: [
      { header: "Country", width: 36, cells: countries.map((country) => country.country) },
      {
        header: "Human development group",
        width: 30,
        cells: countries.map((country) => country.group || null),
      },
      { header: "LE", width: 12, style: { numberFormat: "0.0" }, cells: column("life_expectancy") },
      { header: "EYS", width: 12, style: { numberFormat: "0.0" }, cells: column("expected_years_schooling") },
      { header: "MYS", width: 12, style: { numberFormat: "0.0" }, cells: column("mean_years_schooling") },
      { header: "GNI", width: 12, style: { numberFormat: "#,##0" }, cells: column("gni_per_capita") },
      {
        header: "Published HDI",
        width: 12,
        style: { numberFormat: "0.000" },
        cells: column("hdi_published"),
      },
    ],
  });
  addSettings(
    book,
    {
      ...defaultRecipe,
      scale: [0, 1],
      decimals: 3,
      availability: 1,
      normalisation: choose("goalposts"),
      aggregation: { general: choose("arithmetic"), levels: { 0: choose("geometric") } },
      tiers: choose("cut-offs", { values: [0.8, 0.7, 0.55] }),
      tiersOn: "rounded",
      covariates: ["Published HDI"],
    },
    "en",
    { "tier labels": "Very high, High, Medium, Low" },
  );
  return book;
}
