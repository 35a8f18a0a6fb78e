import { rankSumRatio } from "../../../src/engine/aggregate/rank-sum-ratio";
import { aggregate } from "../run-method";

const ratio = (columns: number[][], parameters = {}, scale: [number, number] = [0, 1]) =>
  aggregate(
    rankSumRatio as never,
    columns,
    columns.map(() => 1 / columns.length),
    { scale, parameters },
  );

test("ΣR/(mn) with whole ranks, ties averaged", () => {
  const scores = ratio([
    [10, 20, 30],
    [5, 1, 9],
  ]);
  [3 / 6, 3 / 6, 6 / 6].forEach((expected, i) => expect(scores[i]).toBeCloseTo(expected, 12));
  expect(ratio([[7, 7, 9]])).toEqual([1.5 / 3, 1.5 / 3, 1]);
});

test("ranks that are not whole: 1 + (n − 1) times the share of the range", () => {
  const scores = ratio([[0, 25, 100]], { ranks: "not whole" });
  [1 / 3, 1.5 / 3, 1].forEach((expected, i) => expect(scores[i]).toBeCloseTo(expected, 12));
  expect(ratio([[4, 4, 4]], { ranks: "not whole" })).toEqual([2 / 3, 2 / 3, 2 / 3]);
});

test("a missing child is left out, and the others are ranked among those that have theirs", () => {
  const scores = ratio([
    [NaN, 20, 30],
    [5, 1, 9],
  ]);
  expect(scores[0]).toBeCloseTo(2 / 3, 12);
  expect(scores[1]).toBeCloseTo((1 / 2 + 1 / 3) / 2, 12);
});
