import type { Issue } from "../../../src/base/issue";
import { entropy } from "../../../src/engine/weight/entropy";
import { json } from "../../oracles/csv";
import { weigh } from "../run-method";

const { input, output } = json("weights_pymcdm.json") as unknown as {
  input: { matrix: number[][] };
  output: Record<string, number[]>;
};
const columns = input.matrix[0].map((_, j) => input.matrix.map((row) => row[j]));

/** Straight from the formula. */
function naive(zs: number[][]): number[] {
  const information = zs.map((z) => {
    const total = z.reduce((sum, each) => sum + each, 0);
    const p = z.map((each) => each / total).filter((each) => each > 0);
    return 1 + p.reduce((sum, each) => sum + each * Math.log(each), 0) / Math.log(z.length);
  });
  return information.map((each) => each / information.reduce((sum, one) => sum + one, 0));
}
const ranged = (column: number[]) => {
  const [min, max] = [Math.min(...column), Math.max(...column)];
  return column.map((value) => (value - min) / (max - min));
};
const expectClose = (actual: number[], expected: number[]) =>
  expected.forEach((weight, i) => expect(actual[i]).toBeCloseTo(weight, 12));

test("pymcdm's weights on positive values as measured, whatever the direction", () => {
  expectClose(weigh(entropy as never, columns, { parameters: { on: "measured" } }), output.entropy);
  const turned = columns.map((column, j) => Float64Array.from(column, (value) => (j % 2 ? -value : value)));
  const weights = weigh(entropy as never, columns, {
    directed: () => turned,
    parameters: { on: "measured" },
  });
  expectClose(weights, output.entropy);
});

test("p = z/Σz and not z, ln n of the units present and not a fixed number, zeros count as zero", () => {
  expectClose(weigh(entropy as never, columns), naive(columns.map(ranged)));
  // Nine rows: the logarithm is of nine.
  const nine = columns.map((column) => column.slice(0, 9));
  expectClose(weigh(entropy as never, nine), naive(nine.map(ranged)));
  // Missing: over the units that have the sibling.
  const gaps = [
    [...columns[0], NaN, NaN],
    [...columns[1], 3, 20],
  ];
  expectClose(weigh(entropy as never, gaps), naiveApart([columns[0], gaps[1]]));
});

function naiveApart(parts: number[][]): number[] {
  const information = parts.map((column) => {
    const z = ranged(column);
    const total = z.reduce((sum, each) => sum + each, 0);
    return z.reduce((sum, each) => sum + (each > 0 ? (each / total) * Math.log(each / total) : 0), 0) / Math.log(z.length) + 1; // prettier-ignore
  });
  return information.map((each) => each / (information[0] + information[1]));
}

test("a worked example by hand", () => {
  // e of 0, 1/3, 2/3 is 0.636514/ln 3 = 0.579380; e of 0, 0, 1 is 0: weights 0.420620 and 1, over their sum.
  const weights = weigh(entropy as never, [[0, 50, 100], [0, 0, 100]]); // prettier-ignore
  expect(weights[0]).toBeCloseTo(0.42062 / 1.42062, 5);
});

test("each shift as it says", () => {
  for (const shift of ["0.0001", "0.01"]) {
    const zs = columns.map((column) => ranged(column).map((value) => value + Number(shift)));
    expectClose(weigh(entropy as never, columns, { parameters: { shift } }), naive(zs));
  }
  // SPSSAU: |min| + 0.01, only to a column that has a value of zero or less.
  const mixed = [columns[0], columns[1].map((value, i) => (i === 0 ? 0 : value))];
  const expected = naive([mixed[0], mixed[1].map((value) => value + 0.01)]);
  expectClose(weigh(entropy as never, mixed, { parameters: { shift: "spssau", on: "measured" } }), expected);
});

test("one of three with over half of the weight is told, with its weight under every shift", () => {
  const issues: Issue[] = [];
  const rare = [0, 0, 0, 0, 0, 0, 0, 100];
  const common = [0, 10, 20, 30, 40, 50, 60, 100];
  const weights = weigh(entropy as never, [rare, common, common], { issues });
  expect(weights[0]).toBeGreaterThan(0.5);
  expect(issues).toMatchObject([{ code: "weight.dominant", params: { child: "child 0" } }]);
  expect((issues[0].params as { shifts: string }).shifts).toMatch(
    /none .* %, 0.0001 .* %, 0.01 .* %, spssau .* %/,
  );
});

test("a column without spread weighs nothing and is told; all such weigh the same; one unit too", () => {
  const issues: Issue[] = [];
  expect(weigh(entropy as never, [[0, 1, 2], [5, 5, 5]], { issues })).toEqual([1, 0]); // prettier-ignore
  expect(issues.map(({ code }) => code)).toEqual(["weight.no-spread"]);
  expect(weigh(entropy as never, [[0, 0], [5, 5]])).toEqual([0.5, 0.5]); // prettier-ignore
  expect(weigh(entropy as never, [[1], [2]])).toEqual([0.5, 0.5]);
  expect(weigh(entropy as never, [[NaN, NaN], [2, NaN]])).toEqual([0.5, 0.5]); // prettier-ignore
});

test("1e300 and 1e-300 weigh as their proportions do", () => {
  const plain = weigh(entropy as never, columns);
  for (const on of ["scores", "measured"]) {
    const own = weigh(entropy as never, columns, { parameters: { on } });
    for (const size of [1e298, 1e-300]) {
      const scaled = columns.map((column) => column.map((value) => value * size));
      expectClose(weigh(entropy as never, scaled, { parameters: { on } }), on === "scores" ? plain : own);
    }
  }
});
