import { atOnce } from "../../../src/base/gradual";
import { score, standings, strengths } from "../../../src/engine/index";
import { asItIs, small } from "./small-study";

const columns = [
  [90, 80, 70, 60, 50, 40],
  [10, 20, 30, 40, 50, 60],
  [50, 50, 40, 30, NaN, 20],
  [1, 1, 0, 0, 1, 0],
  [0, 0, 0, 0, 5, 9],
];
const result = score(small(columns), asItIs);

test("ranks among all, inside the group, and the share that stands below", () => {
  const { rank, groupRank, percentile, unfit, leaves } = atOnce(standings(result, "half"));
  const n = 6;
  expect([...rank.subarray(2 * n, 3 * n)]).toEqual([1, 1, 3, 4, 0, 5]);
  expect([...groupRank.subarray(2 * n, 3 * n)]).toEqual([1, 1, 2, 2, 0, 3]);
  expect([...percentile.subarray(2 * n, 3 * n)]).toEqual([0.75, 0.75, 0.5, 0.25, NaN, 0]);
  expect(unfit).toEqual([
    { leaf: leaves[3], reason: "two-valued" },
    { leaf: leaves[4], reason: "zeros" },
  ]);
});

test("best and worst by rank, missing left out, none in both lists", () => {
  const found = strengths(atOnce(standings(result)), 0, { rule: "rank", count: 2 });
  expect(found.strengths.map(({ leaf, rank }) => [leaf, rank])).toEqual([[1, 1], [3, 1]]); // prettier-ignore
  expect(found.weaknesses.map(({ leaf, rank }) => [leaf, rank])).toEqual([[5, 3], [2, 6]]); // prettier-ignore
  const many = strengths(atOnce(standings(result)), 4, { rule: "rank", count: 3 });
  expect(many.strengths.length + many.weaknesses.length).toBe(4);
});

test("inside the group: second of all, first of one's own", () => {
  const own = strengths(atOnce(standings(result, "half")), 1, { rule: "rank", count: 1, inGroup: true });
  expect(own.strengths[0]).toMatchObject({ leaf: 1, rank: 2, groupRank: 1 });
});

test("by percentile: at or above that of the second best, or third or better; unfit ones left out", () => {
  const { strengths: best, weaknesses } = strengths(atOnce(standings(result)), 0, {
    rule: "percentile",
    count: 2,
  });
  expect(best.map(({ leaf }) => leaf)).toEqual([1, 3]);
  expect(weaknesses.map(({ leaf }) => leaf)).toEqual([2]);
});
