/** Lanczos' coefficients for g = 7, n = 9: fifteen digits. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0. Lanczos (1964), SIAM Journal on Numerical Analysis B 1. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  let sum = lanczos[0];
  for (let i = 1; i < lanczos.length; i += 1) sum += lanczos[i] / (x - 1 + i);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** No continued fraction here needs more. */
const mostTerms = 10000;
const tiny = 1e-300;

/**
 * Regularised incomplete beta I_x(a, b), by Lentz's continued fraction on the side where it converges fast.
 * Source: DLMF 8.17.22; Thompson & Barnett (1986), Journal of Computational Physics 64.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x > 0)) return x === x ? 0 : NaN;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front =
    Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  const floor = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / floor(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < mostTerms; m += 1) {
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / floor(1 + term * d);
      c = floor(1 + term / c);
      fraction *= d * c;
    }
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return Math.min(1, front * fraction);
}

/**
 * Upper regularised incomplete gamma Q(a, x): the series below x = a + 1, the continued fraction above.
 * Source: DLMF 8.7.1 and 8.9.2.
 */
export function upperGamma(a: number, x: number): number {
  if (!(x > 0)) return x === x ? 1 : NaN;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < mostTerms && term > sum * 1e-17; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.max(0, 1 - front * sum);
  }
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < mostTerms; i += 1) {
    const term = -i * (i - a);
    b += 2;
    d = 1 / (term * d + b);
    c = b + term / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return front * fraction;
}

/** P(|T| ≥ |t|) of Student's t with `degrees` of freedom. @example t = 2.228, 10 degrees → 0.05 */
export function studentTwoSided(t: number, degrees: number): number {
  return incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
}

/** P(|Z| ≥ |z|) of the standard normal. @example 1.96 → 0.05 */
export function normalTwoSided(z: number): number {
  return upperGamma(0.5, (z * z) / 2);
}

/** P(X ≥ x) of chi-squared with `degrees` of freedom. @example 3.841, 1 degree → 0.05 */
export function chiSquaredUpper(x: number, degrees: number): number {
  return upperGamma(degrees / 2, x / 2);
}

/**
 * Φ⁻¹(p): the standard normal's quantile, from Abramowitz & Stegun's 26.2.23 made exact by Newton's steps on the tail.
 * ∓Infinity for 0 and 1.
 * @example 0.975 → 1.959964
 */
export function normalQuantile(p: number): number {
  if (p === 0.5) return 0;
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
  // The distance below ½ is exact, so that p and 1 − p are opposite.
  const tail = p < 0.5 ? p : 1 - p;
  const t = Math.sqrt(-2 * Math.log(tail));
  let z =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
      (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
  for (let step = 0; step < 4; step += 1) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const upper = z > 0 ? normalTwoSided(z) / 2 : 1 - normalTwoSided(z) / 2;
    z += (upper - tail) / density;
  }
  return p < 0.5 ? -z : z;
}
