/**
 * What scoring costs. `npm run bench` prints two tables: what the program is held to, which is also written to results.md for
 * the README to quote, and every method as a ratio to copying the block of values once (the least that any pass over the data
 * costs), so that the figures mean the same on every machine. Nothing here passes or fails.
 */
import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { engineSpeed } from "./engine-speed";
import { firstUse } from "./first-use";
import { largeSpeed } from "./large";
import { cellsOf, lineHeader } from "./line";
import { markdownTable, plainTable } from "./measure";
import { methodHeader, methodSpeed } from "./method-speed";

const resultsFile = path.join(__dirname, "results.md");
const readme = path.join(__dirname, "..", "..", "README.md");

/** Puts the table between the README's two marks. */
function quoteInReadme(): void {
  const text = readFileSync(readme, "utf8");
  const table = readFileSync(resultsFile, "utf8").trim();
  writeFileSync(
    readme,
    text.replace(/(<!-- bench -->\n)[^]*?(<!-- \/bench -->)/, (_, begin, end) => `${begin}${table}\n${end}`),
  );
}

async function main(): Promise<void> {
  // What else it had to do meanwhile: threads gain little on processors that are taken.
  const load = os.loadavg()[0].toFixed(1);
  const machine = `${os.cpus()[0].model}, ${os.cpus().length} cores, Node ${process.version}, load of other work ${load}`;
  const lines = [...(await engineSpeed()), ...largeSpeed(), ...(await firstUse())].map(cellsOf);
  console.log(`${machine}\n${plainTable(lineHeader, lines)}`);
  writeFileSync(
    resultsFile,
    `${machine}; the best of several runs, one thread unless said. COINr 1.1.14 in R on such a machine.\n\n${markdownTable(lineHeader, lines)}\n`,
  );
  quoteInReadme();
  if (!process.argv.includes("--short")) console.log(`\n${plainTable(methodHeader, methodSpeed())}`);
}

void main();
