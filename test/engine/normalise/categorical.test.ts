import { categorical } from "../../../src/engine/normalise/categorical";
import { normalise } from "../run-method";

test("the Handbook's bands on a hundred values", () => {
  const scores = normalise(
    categorical as never,
    Array.from({ length: 101 }, (_, i) => i),
  );
  const counts = new Map<number, number>();
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
  expect([...counts]).toEqual([
    [0, 15],
    [20, 20],
    [40, 30],
    [60, 20],
    [80, 10],
    [100, 6],
  ]);
});
