export type { Method, MethodChoice, Parameter, Parameters, ParameterValue } from "./method";
export { choose } from "./method";
export type { ByLevel, Recipe } from "./recipe";
export { atLevel, defaultRecipe } from "./recipe";
export type { GroupSummary, Relation, Result, Stages, Tier } from "./result";
export type { Direction, GroupColumn, Indicator, Node, NumberColumn, Study, Unit } from "./study";
export { rowOf } from "./study";
