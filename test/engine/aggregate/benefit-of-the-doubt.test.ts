import { solve } from "yalps";
import { benefitOfTheDoubt } from "../../../src/engine/aggregate/benefit-of-the-doubt";
import { aggregate } from "../run-method";

test("the best corner of the weights for each of three units", () => {
  const scores = aggregate(
    benefitOfTheDoubt as never,
    [
      [100, 20, 50],
      [20, 100, 50],
    ],
    [0.9, 0.1],
  );
  [100, 100, 500 / 6].forEach((score, i) => expect(scores[i]).toBeCloseTo(score, 6));
});

test("a general solver over all units agrees", () => {
  let state = 5;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const columns = Array.from({ length: 4 }, () => Array.from({ length: 25 }, () => 1 + 99 * random()));
  const scores = aggregate(benefitOfTheDoubt as never, columns, [0.25, 0.25, 0.25, 0.25]);
  for (let unit = 0; unit < 25; unit += 1) {
    const { result } = solve({
      direction: "maximize",
      objective: "own",
      constraints: columns[0].map((_, i): [string, { max: number }] => [`u${i}`, { max: 1 }]),
      variables: columns.map((column, j): [string, [string, number][]] => [
        `w${j}`,
        [["own", column[unit]], ...column.map((value, i): [string, number] => [`u${i}`, value])],
      ]),
    });
    expect(scores[unit]).toBeCloseTo(100 * result, 5);
  }
});

test("a missing child neither gains nor sets a mark; a unit with none has no score", () => {
  const scores = aggregate(
    benefitOfTheDoubt as never,
    [
      [100, 50, NaN, NaN],
      [NaN, 50, 100, NaN],
    ],
    [0.5, 0.5],
  );
  expect(scores.slice(0, 3).map((score) => Number(score.toFixed(6)))).toEqual([100, 100, 100]);
  expect(scores[3]).toBeNaN();
});
