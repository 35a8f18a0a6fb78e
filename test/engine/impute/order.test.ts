/** What every imputer keeps: the units' order does not matter, and what is complete is left alone. */
import fc from "fast-check";
import { imputers } from "../../../src/engine/index";
import { imputeColumns, oneParent } from "./impute";

const cell = fc.option(fc.integer({ min: -50, max: 50 }), { nil: NaN, freq: 5 });
const columns = fc.array(fc.array(cell, { minLength: 10, maxLength: 10 }), { minLength: 3, maxLength: 3 });
const groups = ["aabbccddee", "xxxxxyyyyy"];
const reversed = (each: string) => [...each].reverse().join("");

describe.each(imputers.map((method) => [method.key, method] as const))("%s", (_, method) => {
  const fill = (values: number[][], by: string[], at: number) =>
    imputeColumns(method as never, values, {
      groups: by,
      nodes: oneParent(3),
      series: {
        times: [1, 2, 4],
        blocks: [0, 1, 2].map((year) =>
          Float64Array.from(values.flat(), (each) => (year === at ? each : each + year)),
        ),
        at,
      },
    }).filled;

  test("gives each unit the same, in whatever order they stand", () => {
    fc.assert(
      fc.property(columns, (values) => {
        const one = fill(values, groups, 1);
        const other = fill(
          values.map((column) => [...column].reverse()),
          groups.map(reversed),
          1,
        );
        one.forEach((column, j) =>
          column.forEach((each, i) => {
            const twin = other[j][column.length - 1 - i];
            if (Number.isNaN(each)) expect(twin).toBeNaN();
            else expect(Math.abs(twin - each)).toBeLessThan(1e-5 * Math.max(1, Math.abs(each)));
          }),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("leaves complete data alone", () => {
    const complete = [0, 1, 2].map((j) => Array.from({ length: 10 }, (__, i) => (i * (j + 3)) % 7));
    expect(fill(complete, groups, 0)).toEqual(complete);
  });
});
