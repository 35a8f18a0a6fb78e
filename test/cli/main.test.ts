import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync, copyFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { main } from "../../src/cli/main";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";

const root = join(__dirname, "../..");
const sample = join(root, "assets/samples/hdi-2025.xlsx");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scorebook-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const problems: string[] = [];
  const code = await main(args, {
    out: (text) => out.push(text),
    problem: (text) => problems.push(text),
    language: "en-GB",
    now: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)),
  });
  return { code, out: out.join("\n"), problems };
}

describe("score", () => {
  test("writes the results and leaves the input alone", async () => {
    const before = readFileSync(sample);
    const output = join(folder, "scored.xlsx");
    const { code, out, problems } = await run("score", sample, "-o", output);
    expect(code).toBe(1);
    expect(out).toMatch(/^Scored 193 units\. Written to .*scored\.xlsx: Scores, /);
    expect(problems).toContainEqual(
      expect.stringMatching(/^warning Data!A\d+: “Monaco” has 50 % of its indicators/),
    );
    expect(problems.every((line) => /^(error|warning|note) \S/.test(line) && !line.includes("\n"))).toBe(
      true,
    );
    expect(readFileSync(sample).equals(before)).toBe(true);
    const written = readXlsx(readFileSync(output));
    expect(written.ok && written.value.sheets.map((sheet) => sheet.name).slice(0, 5)).toEqual([
      "Read me",
      "Indicators",
      "Data",
      "Settings",
      "Scores",
    ]);
  });

  test("--robust says how sure each rank is, the same for any number of threads", async () => {
    const robust = async (...more: string[]) => {
      const { code, out } = await run("score", sample, "--json", "--robust", "50", "--seed", "7", ...more);
      expect(code).toBe(1);
      return JSON.parse(out).robustness;
    };
    const found = await robust("--threads", "1");
    expect(found.plan).toMatchObject({ runs: 50, seed: 7, weights: { method: "noise", spread: 0.25 } });
    expect(found.units[0]).toMatchObject({ name: "Iceland", runs: 50, tierIsRobust: true });
    expect(found.units[0].rank.lower).toBe(1);
    expect(await robust("--threads", "2")).toEqual(found);
    expect((await run("score", sample, "--json", "--robust", "0")).problems).toEqual([
      "The option --robust takes a whole number from 1 to 1000000, not “0”.",
    ]);
  });

  test("--json prints everything, unrounded, and needs no output", async () => {
    const { code, out } = await run("score", sample, "--json");
    const result = JSON.parse(out);
    expect(code).toBe(1);
    expect(Object.keys(result)).toEqual(["units", "tiers", "groups", "relations", "issues", "run"]);
    expect(result.units).toHaveLength(195);
    expect(result.units[0]).toMatchObject({ name: "Iceland", rank: 1, tier: "Very high", availability: 1 });
    expect(result.units[0].score).toBeCloseTo(0.9718593405803435, 14);
    expect(Object.keys(result.units[0].nodes)).toEqual([
      "HDI",
      "HEALTH",
      "LE",
      "EDU",
      "EYS",
      "MYS",
      "LIVING",
      "GNI",
    ]);
    expect(result.units[194]).toMatchObject({ rank: null, score: null, tier: null });
    expect(
      result.tiers.map((tier: { tier: string; lower: number | null; count: number }) => tier.count),
    ).toEqual([74, 50, 43, 26].map(expect.any.bind(expect, Number)));
    expect(result.tiers[3].lower).toBeNull();
    expect(result.groups[0]).toMatchObject({ column: null, value: null, node: "HDI", n: 193 });
    expect(result.issues[0]).toEqual({
      code: "availability.below",
      severity: "warning",
      message: expect.any(String),
      sheet: "Data",
      range: expect.stringMatching(/^Data!A/),
    });
    expect(result.run).toMatchObject({ outcome: "scored", version: expect.any(String) });
  });

  test("speaks Chinese", async () => {
    const output = join(folder, "zh.xlsx");
    const { out } = await run("score", sample, "-o", output, "--locale", "zh-CN");
    expect(out).toMatch(/^已为 193 个单位评分/);
    const written = readXlsx(readFileSync(output));
    expect(written.ok && written.value.sheets.some((sheet) => sheet.name === "得分")).toBe(true);
  });

  test("never writes onto the file it reads", async () => {
    const copy = join(folder, "copy.xlsx");
    copyFileSync(sample, copy);
    const { code, problems } = await run("score", copy, "-o", join(folder, ".", "copy.xlsx"));
    expect(code).toBe(2);
    expect(problems).toEqual([expect.stringContaining("is the file that is read")]);
    expect(readFileSync(copy).equals(readFileSync(sample))).toBe(true);
  });

  test("what cannot be scored writes nothing", async () => {
    const output = join(folder, "none.xlsx");
    const { code, out, problems } = await run(
      "score",
      join(root, "assets/samples/template.xlsx"),
      "-o",
      output,
    );
    expect(code).toBe(2);
    expect(out).toMatch(/^Not scored; no file was written\./);
    expect(problems[0]).toMatch(/^error the framework has no indicator/);
    expect(existsSync(output)).toBe(false);
  });
});

describe("check", () => {
  test("says what is there", async () => {
    const { code, out } = await run("check", sample);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^195 units, 4 indicators, 1 group columns; data on Data, framework on Indicators\.\nReady/,
    );
  });

  test("--json", async () => {
    const report = JSON.parse((await run("check", sample, "--json")).out);
    expect(report).toMatchObject({ ready: true, units: 195, sheets: { data: ["Data"] } });
  });
});

describe("prepare", () => {
  const table = join(root, "test/data/hdi/HDR25_Statistical_Annex_HDI_Table.xlsx");

  test("a published table, prepared and then scored", async () => {
    const output = join(folder, "prepared.xlsx");
    const { code, out, problems } = await run("prepare", table, "-o", output);
    expect([code, problems]).toEqual([0, []]);
    expect(out).toMatch(/^“Table 1\. HDI”: 195 rows of units, \d+ columns, 4 of them indicators\./);
    expect(out).toContain("unit name · Country · the header names units");
    expect(out).toMatch(/Written to .*prepared\.xlsx: Indicators, Settings\./);
    const scored = await run("score", output, "-o", join(folder, "prepared-scored.xlsx"));
    expect(scored.code).toBe(1);
    expect(scored.out).toMatch(/^Scored 193 units\./);
  });

  test("--json says every column's role and why", async () => {
    const { code, out } = await run("prepare", table, "--json", "--sheet", "Table 1. HDI");
    expect(code).toBe(0);
    const { columns, units } = JSON.parse(out);
    expect(units).toBe(195);
    expect(columns[1]).toEqual({ name: "Country", cell: "'Table 1. HDI'!B6", role: "name", why: "the header names units" }); // prettier-ignore
  });

  test("what is prepared already, or holds no table, is refused with the reason", async () => {
    const again = await run("prepare", sample, "--json");
    expect([again.code, again.problems.length]).toEqual([2, 1]);
    expect(again.problems[0]).toContain("a framework already, on “Indicators”");
    const none = await run("prepare", table, "--json", "--sheet", "Nowhere");
    expect([none.code, none.problems.length]).toEqual([2, 1]);
  });
});

describe("mistakes get a sentence and code 2", () => {
  test.each([
    [[], "Say what to do"],
    [["scroe", "a.xlsx"], "There is no command “scroe”"],
    [["score", "a.xlsx", "--ouput", "b"], "There is no option --ouput"],
    [["score", "a.xlsx", "-o"], "The option -o needs a value"],
    [["score"], "Name the workbook to read"],
    [["score", "a.xlsx"], "Say where to write"],
    [["check", "a.xlsx", "b.xlsx"], "“b.xlsx” is one too many"],
    [["check", "a.xlsx", "--locale", "fr"], "The language “fr” is not spoken here"],
    [["check", "no-such.xlsx"], "“no-such.xlsx” cannot be read (there is no such file or folder)."],
  ])("%j", async (args, sentence) => {
    const { code, out, problems } = await run(...args);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(problems).toEqual([expect.stringContaining(sentence)]);
  });

  test("a file that is no workbook", async () => {
    const file = join(folder, "text.xlsx");
    writeFileSync(file, "name,value\n");
    const { code, problems } = await run("check", file);
    expect(code).toBe(2);
    expect(problems).toEqual([expect.stringContaining("cannot be read as an .xlsx workbook")]);
  });

  test("an output folder that is not there", async () => {
    const { code, problems } = await run("score", sample, "-o", join(folder, "no", "where.xlsx"));
    expect(code).toBe(2);
    expect(problems[problems.length - 1]).toContain("cannot be written");
  });
});

test("--help is a page", async () => {
  const { code, out } = await run("--help");
  expect(code).toBe(0);
  expect(out.split("\n").length).toBeLessThan(24);
  expect((await run("--help", "--locale", "zh-CN")).out).toContain("综合指数");
});

test("the command itself runs from the sources", () => {
  const page = execFileSync(process.execPath, [join(root, "src/cli/scorebook.cjs"), "--help"], {
    encoding: "utf8",
  });
  expect(page).toContain("scorebook score");
});

describe("methods", () => {
  test("lists every family with keys, bounds and references", async () => {
    const { code, out } = await run("methods");
    expect(code).toBe(0);
    expect(out).toContain("Normalisation (normalisation)");
    expect(out).toMatch(/min-max +Min–max · OECD/);
    expect((await run("methods", "--locale", "zh-CN")).out).toContain("极差标准化");
  });

  test("--json holds what the Settings sheet takes", async () => {
    const { out } = await run("methods", "--json");
    const families = JSON.parse(out);
    expect(families.map((each: { family: string }) => each.family)).toEqual([
      "imputation",
      "treatment",
      "normalisation",
      "weights",
      "aggregation",
      "tiers",
    ]);
    const [lower] = families[2].methods[0].parameters;
    expect(lower).toMatchObject({ name: "lower", kind: "number", fallback: null, min: -1e6, max: 1e6 });
    for (const { methods } of families) for (const method of methods) expect(method.reference).not.toBe("");
  });
});
