import type { CellRange } from "./address";

/**
 * - `error`: something the user asked for could not be done (a cell could not be used, a unit got no score);
 * - `warning`: done, but likely not what the user meant;
 * - `note`: done, and worth knowing (a repair, a default taken).
 */
export type Severity = "error" | "warning" | "note";

/** What an issue is about, by index into the Study or by key of the Settings; the workbook room turns it into a cell. */
export interface Subject {
  readonly unit?: number;
  readonly indicator?: number;
  readonly node?: number;
  readonly setting?: string;
  /** A column outside the tree (group, covariate, denominator), by its header. */
  readonly column?: string;
}

/** Every code with the parameters that its sentence needs. One line a code, in alphabetical order. */
export interface IssueParams {
  "aggregate.negative": { method: string; node: string; units: string; count: number };
  "aggregate.not-positive": { method: string; node: string; units: string; count: number };
  "aggregate.outside-scale": {
    method: string;
    node: string;
    units: string;
    count: number;
    low: number;
    high: number;
  };
  "availability.below": { unit: string; share: number; threshold: number };
  "data.date": { found: string };
  "data.decimal-comma": { column: string; count: number };
  "data.duplicate-column": { column: string; first: string };
  "data.duplicate-unit": { unit: string; first: string };
  "data.duplicate-value": { unit: string; indicator: string; first: string };
  "data.error-value": { found: string };
  "data.extra-column": { column: string };
  "data.far-from-median": { unit: string; indicator: string; value: number; median: number };
  "data.footnote-read": { found: string; value: number };
  "data.header-ambiguous": { indicator: string; columns: string };
  "data.header-matched": { header: string; indicator: string };
  "data.heading-row": { name: string };
  "data.hidden-rows": { count: number; sheet: string };
  "data.missing": { count: number; indicator: string };
  "data.no-group": { unit: string; column: string };
  "data.no-sheet": Record<never, never>;
  "data.no-unit-column": { sheet: string };
  "data.no-year": { year: string; known: string };
  "data.not-a-number": { found: string };
  "data.percent-mixed": { unit: string; indicator: string; value: number };
  "data.percent-read": { found: string; value: number };
  "data.repeated-header": { count: number; sheet: string };
  "data.same-values": { unit: string; other: string };
  "data.sign": { unit: string; indicator: string; value: number };
  "data.text-number-read": { found: string; value: number };
  "data.total-row": { name: string };
  "data.two-readings": { found: string; one: number; other: number };
  "data.unit-left-out": { name: string; sheet: string };
  "data.unit-matched": { found: string; unit: string };
  "data.unit-read": { found: string; value: number };
  "data.unit-column": { column: string };
  "data.unit-unnamed": Record<never, never>;
  "data.unmatched-unit": { unit: string; sheet: string; candidates: string };
  "data.year-columns": { indicators: number; years: string };
  "denominate.unusable": { unit: string; column: string; found: string };
  "denominate.unknown-column": { column: string; indicator: string };
  "diagnose.child-opposed": { child: string; parent: string; r: number };
  "diagnose.child-unrelated": { child: string; parent: string; r: number };
  "diagnose.siblings-alike": { one: string; other: string; parent: string; r: number };
  "diagnose.siblings-opposed": { one: string; other: string; parent: string; r: number };
  "file.protected": Record<never, never>;
  "file.unreadable": Record<never, never>;
  "goalposts.absent": { indicator: string };
  "goalposts.outside": { indicator: string; count: number; low: number; high: number };
  "host.refused": { action: string; reason: string };
  "impute.coarser-group": { unit: string; indicator: string; column: string; label: string };
  "impute.group-empty": { unit: string; indicator: string };
  "impute.filled": { unit: string; indicator: string; value: number };
  "impute.mean-instead": { unit: string; indicator: string };
  "impute.no-years": Record<never, never>;
  "impute.not-settled": { node: string; steps: number };
  "impute.outside-range": { unit: string; indicator: string; value: number; low: number; high: number };
  "impute.too-few-units": { node: string; units: number; indicators: number };
  "indicator.no-column": { indicator: string };
  "indicator.no-values": { indicator: string };
  "judgement.bad-cell": { found: string; parent: string };
  "judgement.not-reciprocal": { row: string; column: string; parent: string; one: number; other: number };
  "judgement.unknown-child": { found: string; parent: string; known: string };
  "judgement.unknown-parent": { found: string; nearest: string };
  "names.unknown-unit": { found: string; candidates: string };
  "normalise.no-spread": { indicator: string; value: number };
  "panel.no-base-values": { indicator: string; year: string };
  "points.bad-cell": { found: string; node: string; expert: string };
  "points.unknown-node": { found: string; nearest: string };
  "prepare.changed": { sheet: string };
  "prepare.has-framework": { sheet: string };
  "prepare.no-indicator": Record<never, never>;
  "prepare.no-table": Record<never, never>;
  "prepare.no-units": Record<never, never>;
  "rules.unknown-indicator": { found: string };
  "rules.upside-down": { indicator: string; from: number; to: number };
  "robustness.alternative-refuses": { method: string; count: number };
  "robustness.fewer-runs": { count: number; runs: number; unit: string; scored: number };
  "robustness.too-large": { runs: number; units: number; most: number };
  "setting.bad-value": { setting: string; found: string; expected: string };
  "setting.duplicate": { setting: string; first: string };
  "setting.unknown": { found: string; nearest: string };
  "setting.unknown-column": { setting: string; found: string; known: string };
  "setting.unknown-method": { setting: string; found: string; known: string };
  "setting.unknown-parameter": { method: string; found: string; known: string };
  "sheet.gone": { sheet: string };
  "tree.bad-direction": { found: string; indicator: string };
  "tree.bad-number": { found: string; column: string };
  "tree.bad-weight": { found: string; node: string };
  "tree.cycle": { nodes: string };
  "tree.duplicate": { node: string; first: string };
  "tree.empty": Record<never, never>;
  "tree.ideal-missing": { indicator: string; direction: string };
  "tree.low-not-below-high": { indicator: string; low: number; high: number };
  "tree.no-sheet": Record<never, never>;
  "tree.orphan": { node: string; parent: string };
  "tree.unnamed": Record<never, never>;
  "tree.weights-partly-missing": { parent: string; missing: string };
  "tree.weights-sum": { parent: string; sum: number; expected: number };
  "tree.weights-zero": { parent: string };
  "treat.changed": { unit: string; indicator: string; from: number; to: number };
  "treat.still-skewed": { indicator: string; skewness: number; kurtosis: number };
  "weight.consistency": { parent: string; lambda: number; index: number; ratio: number };
  "weight.disconnected": { parent: string };
  "weight.dominant": { parent: string; child: string; share: number; shifts: string };
  "weight.few-units": { parent: string; method: string; count: number };
  "weight.inconsistent": {
    parent: string;
    expert: string;
    ratio: number;
    row: string;
    column: string;
    judged: number;
    implied: number;
  };
  "weight.judgements-missing": { parent: string; pairs: string };
  "weight.negative-loading": { parent: string; children: string; option: string };
  "weight.no-component": { parent: string };
  "weight.no-judgements": { parent: string };
  "weight.no-mean": { parent: string; child: string };
  "weight.no-points": { parent: string; missing: string };
  "weight.no-spread": { parent: string; child: string };
  "weight.shares-unmatched": { parent: string; found: number; expected: number };
  "weight.target-missed": { parent: string; child: string; wanted: number; obtained: number };
  "write.charts": { reason: string };
  "write.filters": { reason: string };
  "write.interrupted": { written: string; left: string };
  "write.name-taken": { wanted: string; given: string };
}

export type IssueCode = keyof IssueParams;

/** The only kind of problem a user ever sees: a code with parameters; `say` makes the sentence. */
export type Issue = {
  [C in IssueCode]: {
    readonly code: C;
    readonly severity: Severity;
    readonly params: IssueParams[C];
    readonly about: Subject;
    readonly at?: CellRange;
  };
}[IssueCode];

/** One issue, with its parameters checked against its code. */
export function issue<C extends IssueCode>(
  severity: Severity,
  code: C,
  params: IssueParams[C],
  about: Subject = {},
  at?: CellRange,
): Issue {
  return (at ? { code, severity, params, about, at } : { code, severity, params, about }) as Issue;
}
