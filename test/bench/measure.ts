/** The best of several runs, in milliseconds: what else the machine does makes a run longer, never shorter. */
export function time(run: () => unknown, times = 5): number {
  let best = Infinity;
  for (let k = 0; k < times; k += 1) {
    const start = process.hrtime.bigint();
    run();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e6);
  }
  return best;
}

/** The same of something that takes its time elsewhere. */
export async function timeAsync(run: () => Promise<unknown>, times = 3): Promise<number> {
  let best = Infinity;
  for (let k = 0; k < times; k += 1) {
    const start = process.hrtime.bigint();
    await run();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e6);
  }
  return best;
}

/** A table with its first column to the left and the others to the right, in plain text. */
export function plainTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, c) => Math.max(...[header, ...rows].map((row) => row[c].length)));
  const line = (row: readonly string[]) =>
    row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join("  ");
  return [header, ...rows].map(line).join("\n");
}

/** The same for a Markdown page. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) => `| ${row.join(" | ")} |`;
  return [header, header.map((_, c) => (c === 0 ? "---" : "---:")), ...rows].map(line).join("\n");
}
