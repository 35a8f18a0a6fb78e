import { arithmetic } from "../../../src/engine/aggregate/arithmetic";
import { aggregate } from "../run-method";

test("40 and 80 with weights ¼ and ¾; a missing child leaves its weight to the others", () => {
  expect(
    aggregate(
      arithmetic as never,
      [
        [40, NaN, NaN],
        [80, 80, NaN],
      ],
      [0.25, 0.75],
    ),
  ).toEqual([70, 80, NaN]);
});

test("a child of weight zero does not count, even alone", () => {
  expect(
    aggregate(
      arithmetic as never,
      [
        [40, 40],
        [80, NaN],
      ],
      [0, 1],
    ),
  ).toEqual([80, NaN]);
});
