import { copeland } from "../../../src/engine/aggregate/copeland";
import { aggregate } from "../run-method";

const columns = [
  [1, 2, 3, 2, NaN],
  [1, 3, 2, 3, 4],
  [5, 5, NaN, 1, NaN],
];
const weights = [0.5, 0.3, 0.2];

test("two children, (1, 1), (2, 3), (3, 2): all lost, and two with a win and a draw", () => {
  expect(aggregate(copeland as never, [[1, 2, 3], [1, 3, 2]], [0.5, 0.5])).toEqual([0, 75, 75]); // prettier-ignore
});

test("the definition written out: o over the children both have, half for level ones", () => {
  const n = columns[0].length;
  const scores = aggregate(copeland as never, columns, weights, { scale: [-(n - 1), n - 1] });
  for (let i = 0; i < n; i += 1) {
    let sum = 0;
    for (let k = 0; k < n; k += 1) {
      if (i === k) continue;
      let ahead = 0;
      let both = 0;
      columns.forEach((column, j) => {
        if (Number.isNaN(column[i]) || Number.isNaN(column[k])) return;
        both += weights[j];
        ahead += weights[j] * (column[i] > column[k] ? 1 : column[i] === column[k] ? 0.5 : 0);
      });
      if (both > 0) sum += Math.sign(Math.round((ahead / both - 0.5) * 1e9));
    }
    expect(scores[i]).toBeCloseTo(sum, 10);
  }
});

test("no order of the rows changes a unit's score", () => {
  const scores = aggregate(copeland as never, columns, weights);
  for (const order of [
    [4, 3, 2, 1, 0],
    [2, 0, 4, 1, 3],
  ]) {
    const shuffled = aggregate(
      copeland as never,
      columns.map((column) => order.map((unit) => column[unit])),
      weights,
    );
    order.forEach((unit, place) => expect(shuffled[place]).toBe(scores[unit]));
  }
});

test("one unit alone gets the middle", () => {
  expect(aggregate(copeland as never, [[7]], [1])).toEqual([50]);
});
