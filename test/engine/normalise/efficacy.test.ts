import { efficacy } from "../../../src/engine/normalise/efficacy";
import { normalise } from "../run-method";

test("halfway between unacceptable and satisfactory, in three forms", () => {
  const of = (form: string) =>
    normalise(efficacy as never, [0, 5, 10], { goalposts: [0, 10], parameters: { form } });
  expect(of("linear")).toEqual([60, 80, 100]);
  expect(of("exponential")[1]).toBeCloseTo(60 * Math.sqrt(100 / 60), 12);
  const log = normalise(efficacy as never, [1, 10, 100], {
    goalposts: [1, 100],
    parameters: { form: "log" },
  });
  expect(log.map((score) => Number(score.toFixed(9)))).toEqual([60, 80, 100]);
});

test("beyond the ends it leaves 60 to 100; without goalposts the data's ends stand in", () => {
  expect(normalise(efficacy as never, [-5, 15], { goalposts: [0, 10] })).toEqual([40, 120]);
  expect(normalise(efficacy as never, [2, 3, 4])).toEqual([60, 80, 100]);
});
