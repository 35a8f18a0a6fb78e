/** Fails unless both are missing or differ by at most a relative tolerance (absolute below 1). */
export function expectNear(actual: number, expected: number, what: string, tolerance = 1e-9): void {
  const same = Number.isNaN(expected)
    ? Number.isNaN(actual)
    : Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
  if (!same) throw new Error(`${what}: ${actual}, expected ${expected}`);
}
