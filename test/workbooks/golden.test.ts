import { readFileSync } from "node:fs";
import { goldenCases, goldenFile, goldenOf, type Golden } from "./golden";

const columns = ({ sheets }: Golden) =>
  sheets.flatMap(({ name, tables }) =>
    tables.flatMap((table) =>
      table.columns.map(([header, , , sum]) => ({ at: `${name}, ${table.name}, ${header}`, sum })),
    ),
  );
/** All but the sums. */
const structure = ({ sheets }: Golden) =>
  sheets.map((sheet) => ({
    ...sheet,
    tables: sheet.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => column.slice(0, 3)),
    })),
  }));

test.each(goldenCases)(
  "%s in %s is written as it was looked at (npm run goldens)",
  async (sample, locale) => {
    const golden = JSON.parse(readFileSync(goldenFile(sample, locale), "utf8")) as Golden;
    const written = await goldenOf(sample, locale);
    expect(structure(written)).toEqual(structure(golden));
    const wanted = columns(golden);
    // The last bits of a logarithm differ between machines.
    const differing = columns(written).filter(
      ({ sum }, i) => Math.abs(sum - wanted[i].sum) > 1e-7 * Math.max(1, Math.abs(wanted[i].sum)),
    );
    expect(differing).toEqual([]);
  },
);
