import { distanceToReference } from "../../../src/engine/normalise/distance-to-reference";
import { normalise } from "../run-method";

test("the reference unit gets the full score, a better one more unless cut", () => {
  const column = [2, 4, 6, 8];
  expect(normalise(distanceToReference as never, column, { parameters: { unit: "2" } })).toEqual([
    0, 50, 100, 150,
  ]);
  expect(normalise(distanceToReference as never, column, { parameters: { unit: "2", cap: true } })).toEqual([
    0, 50, 100, 100,
  ]);
});

test("without a name the best unit is the reference", () => {
  expect(normalise(distanceToReference as never, [2, 4, 6])).toEqual([0, 50, 100]);
});
