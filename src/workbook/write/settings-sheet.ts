import { area } from "../../base/address";
import type { Locale } from "../../base/label";
import { families, type Method, type Recipe } from "../../engine/index";
import { fill, texts } from "../../messages/say";
import type { SheetDocument } from "../document";
import { writeByLevel, writeMethod, writeShares } from "../read/parse-method";
import { writeNodeWeights } from "../read/node-weights";
import { writeRobustness } from "../read/robustness-setting";
import { defaultMissingMarks } from "../read/cell";
import { writeList } from "../read/setting-list";
import { settingKeys, settingLabel, type SettingKey } from "../settings";
import { addTable, finish, newDraft } from "./draft";
import { looks } from "./look";

/** The value of a setting as the Settings sheet writes it, for a recipe. */
export function settingText(key: SettingKey, recipe: Recipe): string {
  switch (key) {
    case "index name":
      return recipe.indexName;
    case "scale":
      return recipe.scale.join(", ");
    case "decimals":
      return String(recipe.decimals);
    case "availability":
      return writeShares(recipe.availability, recipe.availabilityLevels);
    case "imputation":
      return writeMethod(recipe.imputation);
    case "treatment":
      return writeMethod(recipe.treatment);
    case "normalisation":
      return writeMethod(recipe.normalisation);
    case "weights":
      return writeByLevel(recipe.weights);
    case "first-level weights":
      return writeNodeWeights(recipe.firstLevelWeights);
    case "aggregation":
      return writeByLevel(recipe.aggregation);
    case "tiers":
      return writeMethod(recipe.tiers);
    case "tier labels":
      return "";
    case "tiers on":
      return recipe.tiersOn;
    case "tiers within":
      return recipe.tiersWithin || "none";
    case "groups":
      return recipe.groups ? writeList(recipe.groups) : "";
    case "covariates":
      return recipe.covariates ? writeList(recipe.covariates) : "";
    case "top and bottom":
      return String(recipe.topAndBottom);
    case "missing marks":
      return defaultMissingMarks.join(", ");
    case "hidden rows":
      return "include";
    case "base year":
      return "pooled";
    case "formulas":
      return "no";
    case "robustness":
      return writeRobustness(recipe.robustness);
    case "data sheets":
    case "unit column":
    case "code column":
    case "year column":
    case "year":
    case "accepted":
    case "language":
      return "";
  }
}

const fixedOptions: Partial<Record<SettingKey, readonly string[]>> = {
  "tiers on": ["unrounded", "rounded"],
  "hidden rows": ["include", "exclude"],
  formulas: ["yes", "no"],
  language: ["en", "zh-CN"],
};

/** The methods that a setting chooses from; none where it is no choice of a method. */
function methodsOf(key: SettingKey): readonly Method[] {
  return (families as Partial<Record<SettingKey, readonly Method[]>>)[key] ?? [];
}

/** The Settings sheet with every setting at the recipe's value, or the one given; what it means, and lists to choose from. */
export function settingsSheet(
  recipe: Recipe,
  locale: Locale,
  given: Partial<Record<SettingKey, string>> = {},
): SheetDocument {
  const words = texts(locale).sheet;
  const draft = newDraft(words.settingsTitle, words.settingsSubtitle, "");
  const explain = (key: SettingKey) =>
    fill(words.settings[key].explanation, {
      options: methodsOf(key)
        .map((method) => method.key)
        .join(", "),
    });
  const body = addTable(draft, "Settings", [
    {
      header: words.settingHeaders.key,
      width: 20,
      style: looks.bold,
      cells: settingKeys.map((key) => settingLabel(key, locale)),
    },
    {
      header: words.settingHeaders.value,
      width: 34,
      style: { align: "left", wrap: true, fill: "#FFFBEF" },
      cells: settingKeys.map((key) => (given[key] ?? settingText(key, recipe)) || null),
    },
    {
      header: words.settingHeaders.explanation,
      width: 90,
      style: { wrap: true, colour: "#5F6B6B" },
      cells: settingKeys.map(explain),
    },
  ]);
  settingKeys.forEach((key, i) => {
    const fixed = fixedOptions[key];
    const options = fixed ?? methodsOf(key).map((method) => method.key);
    // Methods take parameters, so that other texts are allowed; fixed words are not.
    if (options.length > 0) {
      draft.validations.push({ ...area(body.top + i, 1), options, strict: fixed !== undefined });
    }
  });
  return finish(draft, {
    kind: "settings",
    name: words.names.settings,
    freezeColumns: 1,
  });
}
