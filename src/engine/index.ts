export { leastPresent } from "./availability";
export { aggregators } from "./aggregate/index";
export { families } from "./families";
export type { Family } from "./families";
export type { NodePair } from "./diagnose/correlation";
export { coordinationLevels, couplingLevels, levelOf } from "./diagnose/coupling";
export { determination } from "./diagnose/determination";
export { diagnose, diagnosing } from "./diagnose/diagnose";
export type { Diagnosis } from "./diagnose/diagnose";
export { costliest } from "./diagnose/lost-points";
export { indicatorStatistics } from "./diagnose/statistics";
export type { IndicatorStatistics } from "./diagnose/statistics";
export { standings, strengths } from "./diagnose/strength";
export type { Standing, Standings, StrengthOptions } from "./diagnose/strength";
export { inequality } from "./group/inequality";
export type { Inequality } from "./group/inequality";
export { imputers } from "./impute/index";
export { choose, parameterValues } from "./method";
export type { Method, MethodChoice, Parameter, Parameters, ParameterValue } from "./method";
export { compareYears, panelReference, scorePanel, scoringPanel } from "./panel";
export type { PanelResult, PanelScale, YearChange, YearStudy } from "./panel";
export { normalisers } from "./normalise/index";
export { atLevel, defaultRecipe } from "./recipe";
export type { ByLevel, Recipe } from "./recipe";
export type {
  Change,
  GroupSummary,
  Relation,
  Result,
  Stages,
  Tier,
  TierFit,
  TierMigration,
  TierRegression,
} from "./result";
export { defaultPlan, uncertainChoices, variedMethods } from "./robustness/plan";
export type { RobustnessPlan, UncertainChoice, VariedMethod, WeightVariation } from "./robustness/plan";
export { evaluator } from "./robustness/evaluator";
export type { Evaluator, RobustnessJob } from "./robustness/evaluator";
export { combine, costOf, mostRuns, performPiece, piecesOf } from "./robustness/explore";
export type { Piece, PieceResult } from "./robustness/explore";
export type { RobustnessRunner, Watch } from "./robustness/runner";
export { robustnessJob } from "./robustness/job";
export { whatIf, withWeight } from "./robustness/what-if";
export type { WhatIf } from "./robustness/what-if";
export { shiftOf } from "./robustness/shift";
export { swapChange } from "./robustness/weight-change";
export { sureTier } from "./robustness/robustness";
export type {
  Alternative,
  LeftOut,
  Mover,
  Robustness,
  Sensitivity,
  WeightChange,
} from "./robustness/robustness";
export { score, scoring } from "./score";
export { computeScores } from "./scores";
export type { Scores } from "./scores";
export { correlations } from "./stats/correlation-matrix";
export { rowOf } from "./study";
export type {
  Band,
  Direction,
  GroupColumn,
  Indicator,
  Judgement,
  Node,
  NumberColumn,
  ScoringRule,
  Study,
  Unit,
} from "./study";
export { round } from "./tier/run";
export { tierings } from "./tier/index";
export { treatments } from "./treat/index";
export { weighters } from "./weight/index";
