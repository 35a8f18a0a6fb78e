/** Renews what the written samples are compared with: `npm run goldens`, after looking at the sheets. */
import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { goldenCases, goldenFile, goldenOf } from "./golden";

async function make(): Promise<void> {
  for (const [sample, locale] of goldenCases) {
    const text = JSON.stringify(await goldenOf(sample, locale));
    writeFileSync(goldenFile(sample, locale), await format(text, { parser: "json", printWidth: 110 }));
  }
}

void make();
