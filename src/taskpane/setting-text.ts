import type { ByLevel, MethodChoice, ParameterValue } from "../engine/index";

/** A choice as the Settings sheet writes it: `winsorise (points=5)`. */
export function choiceText({ key, parameters }: MethodChoice): string {
  const given = Object.entries(parameters).map(([name, value]) => `${name}=${valueText(value)}`);
  return given.length === 0 ? key : `${key} (${given.join("; ")})`;
}

/** A choice by level: `given; level 3: equal`. */
export function byLevelText({ general, levels }: ByLevel): string {
  const exceptions = Object.entries(levels).map(([level, choice]) => `level ${level}: ${choiceText(choice)}`);
  return [choiceText(general), ...exceptions].join("; ");
}

export function listText(items: readonly string[]): string {
  return items.join("; ");
}

function valueText(value: ParameterValue): string {
  return Array.isArray(value)
    ? value.join(", ")
    : typeof value === "boolean"
      ? value
        ? "yes"
        : "no"
      : String(value);
}
