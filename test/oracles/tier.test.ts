/** R classInt 0.4.9: Fisher-Jenks with goodness of variance fit, equal intervals, standard deviations. */
import { tierings } from "../../src/engine/index";
import { goodnessOfVarianceFit } from "../../src/engine/stats/goodness-of-variance-fit";
import { sorted } from "../../src/engine/stats/quantile";
import { json } from "./csv";
import { expectNear } from "./near";

const { input, output } = json("classes_classInt.json") as unknown as {
  input: Record<string, number[]>;
  output: Record<string, Record<string, { breaks: number[]; gvf: number | null }>>;
};
const cutsOf = (key: string, values: number[], parameters: object) =>
  tierings.find((method) => method.key === key)!.cuts(sorted(Float64Array.from(values)), parameters as never);
const styles = Object.keys(input).flatMap((name) =>
  Object.entries(output[name]).map(([style, found]) => ({ name, style, ...found })),
);
const inner = (breaks: number[]) => breaks.slice(1, -1).reverse();

test.each(styles.filter(({ style }) => style.startsWith("fisher")))(
  "$style of $name",
  ({ name, style, breaks, gvf }) => {
    const cuts = cutsOf("natural-breaks", input[name], { number: breaks.length - 1 });
    expect(cuts.length).toBe(breaks.length - 2);
    inner(breaks).forEach((expected, i) => expectNear(cuts[i], expected, `${style} ${i}`));
    const tiers = input[name].map((value) => cuts.filter((cut) => value < cut).length);
    expectNear(goodnessOfVarianceFit(input[name], tiers), gvf!, "goodness of variance fit");
  },
);

test.each(styles.filter(({ style }) => style.startsWith("equal")))(
  "$style of $name",
  ({ name, style, breaks }) => {
    const cuts = cutsOf("equal-intervals", input[name], { number: breaks.length - 1 });
    expect(cuts.length).toBe(breaks.length - 2);
    inner(breaks).forEach((expected, i) => expectNear(cuts[i], expected, `${style} ${i}`));
  },
);

test.each(styles.filter(({ style }) => /^sd/.test(style)))("$style of $name", ({ name, breaks }) => {
  // classInt picks round multiples of the deviation itself; those it picked are asked for here.
  const values = input[name];
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
  const multiples = breaks.map((each) => Math.round((2 * (each - centre)) / Math.sqrt(variance)) / 2);
  const cuts = cutsOf("mean-deviation", values, { multiples });
  [...breaks].reverse().forEach((expected, i) => expectNear(cuts[i], expected, `multiple ${multiples[i]}`));
});
