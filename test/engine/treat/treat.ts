import type { ParameterValue } from "../../../src/engine/index";
import type { Treatment } from "../../../src/engine/treat/treatment";
import { parametersOf } from "../run-method";

/** Treats a column; with `on`, another column by the measure of the first. */
export function treat(
  method: Treatment<never>,
  values: number[],
  parameters: Record<string, ParameterValue> = {},
  on?: number[],
): number[] {
  const column = Float64Array.from(values);
  const out = on ? Float64Array.from(on) : column.slice();
  method.fit(column, parametersOf(method as never, parameters))(out);
  expect([...column]).toEqual(values);
  return [...out];
}

export function expectClose(found: number[], expected: number[]): void {
  expect(found.length).toBe(expected.length);
  found.forEach((value, i) => {
    if (Number.isNaN(expected[i])) expect(value).toBeNaN();
    else expect(value).toBeCloseTo(expected[i], 12);
  });
}
