import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadCalculator, type Calculator } from "../../src/workbench/calculate/calculator";

let loading: Promise<Calculator> | null = null;

/** The workbench's calculator in Node, which has the bytes on its disk. */
export function nodeCalculator(): Promise<Calculator> {
  const file = join(dirname(require.resolve("@ironcalc/wasm")), "wasm_bg.wasm");
  return (loading ??= loadCalculator(readFileSync(file)));
}
