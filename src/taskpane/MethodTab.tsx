import * as React from "react";
import { area, type CellRange } from "../base/address";
import {
  aggregators,
  defaultRecipe,
  imputers,
  normalisers,
  tierings,
  treatments,
  weighters,
  type Method,
  type MethodChoice,
  type Recipe,
} from "../engine/index";
import { writeByLevel, writeMethod, writeShares } from "../workbook/read/parse-method";
import { ByLevelForm } from "./ByLevelForm";
import { ChoiceForm, NumberField } from "./ChoiceForm";
import { GroupsForm, TierForm } from "./GroupForms";
import { MethodStep } from "./MethodStep";
import { byLevelWords, choiceWords, sameChoice } from "./recipe-words";
import type { PaneState } from "./state";
import { hasOwnLabels } from "./tier-label";
import { Toggle } from "./ui/field";
import { useWords } from "./words";

export interface MethodTabProps {
  readonly state: PaneState;
  /** Writes one setting: its English key, and the value as the Settings sheet writes it. */
  readonly onSet: (key: string, value: string) => void;
  readonly onShow: (range: CellRange) => void;
}

/** The recipe as a short form, one line a step, in the order of the pipeline. */
export function MethodTab({ state, onSet, onShow }: MethodTabProps): JSX.Element {
  const words = useWords();
  const { text, fill, percent } = words;
  const { check, work } = state;
  if (!check?.study) return <p className="quiet">{text.method.needsData}</p>;
  const { recipe, study, sheets } = check;
  const disabled = work.stage === "running" && work.job !== "setting";
  const columns = study.groups.map((each) => each.name);
  const depth = Math.max(...study.nodes.map((node) => node.level));
  const { steps } = text.method;
  const form = { disabled, study, label: text.method.choose };

  const single = (
    key: "imputation" | "treatment" | "normalisation",
    methods: readonly Method[],
    choice: MethodChoice,
  ) => (
    <MethodStep
      title={steps[key]}
      choice={choiceWords(methods, choice, words)}
      isDefault={sameChoice(methods, choice, defaultRecipe[key])}
    >
      <ChoiceForm
        {...form}
        methods={methods}
        choice={choice}
        byDefault={defaultRecipe[key].key}
        onChange={(next) => onSet(key, writeMethod(next))}
      />
    </MethodStep>
  );
  const levelled = (
    key: "weights" | "aggregation",
    methods: readonly Method[],
    levels: readonly number[],
  ) => (
    <MethodStep
      title={steps[key]}
      choice={byLevelWords(methods, recipe[key], words)}
      isDefault={
        Object.keys(recipe[key].levels).length === 0 &&
        sameChoice(methods, recipe[key].general, defaultRecipe[key].general)
      }
    >
      <ByLevelForm
        {...form}
        methods={methods}
        choice={recipe[key]}
        byDefault={defaultRecipe[key].general.key}
        levels={levels}
        onChange={(next) => onSet(key, writeByLevel(next))}
      />
    </MethodStep>
  );
  const number = (
    key: "decimals" | "availability" | "topAndBottom",
    choice: string,
    field: Omit<React.ComponentProps<typeof NumberField>, "disabled">,
  ) => (
    <MethodStep title={steps[key]} choice={choice} isDefault={near(recipe[key], defaultRecipe[key])}>
      <NumberField {...field} disabled={disabled} />
    </MethodStep>
  );

  return (
    <>
      <p className="quiet">{text.method.lead}</p>
      {single("imputation", imputers, recipe.imputation)}
      {single("treatment", treatments, recipe.treatment)}
      {single("normalisation", normalisers, recipe.normalisation)}
      {levelled("weights", weighters, range(1, depth))}
      {levelled("aggregation", aggregators, range(0, depth - 1))}
      <MethodStep
        title={steps.tiers}
        choice={choiceWords(tierings, recipe.tiers, words)}
        isDefault={sameChoice(tierings, recipe.tiers, defaultRecipe.tiers) && !hasOwnLabels(recipe)}
      >
        <TierForm recipe={recipe} study={study} disabled={disabled} onSet={onSet} />
      </MethodStep>
      <MethodStep
        title={steps.groups}
        choice={groupWords(recipe, text.method)}
        isDefault={recipe.groups === null}
      >
        <GroupsForm groups={recipe.groups} columns={columns} disabled={disabled} onSet={onSet} />
      </MethodStep>
      <MethodStep
        title={steps.scale}
        choice={fill(text.method.scaleWords, { low: recipe.scale[0], high: recipe.scale[1] })}
        isDefault={String(recipe.scale) === String(defaultRecipe.scale)}
      >
        <ScaleForm scale={recipe.scale} disabled={disabled} onSet={onSet} />
      </MethodStep>
      {number(
        "decimals",
        recipe.decimals === 1
          ? text.method.decimalsOne
          : fill(text.method.decimalsWords, { count: recipe.decimals }),
        {
          label: steps.decimals,
          value: recipe.decimals,
          min: 0,
          max: 6,
          whole: true,
          onCommit: (value) => onSet("decimals", String(value)),
        },
      )}
      {number(
        "availability",
        fill(text.method.availabilityWords, { share: percent(recipe.availability, 1) }),
        {
          label: text.method.availabilityLabel,
          value: Math.round(recipe.availability * 1e4) / 100,
          min: 0,
          max: 100,
          onCommit: (value) => onSet("availability", writeShares(value / 100, recipe.availabilityLevels)),
        },
      )}
      {number("topAndBottom", fill(text.method.topWords, { count: recipe.topAndBottom }), {
        label: steps.topAndBottom,
        value: recipe.topAndBottom,
        min: 1,
        max: 1000,
        whole: true,
        onCommit: (value) => onSet("top and bottom", String(value)),
      })}
      <MethodStep
        title={steps.formulas}
        choice={check.formulas ? text.method.formulasOn : text.method.formulasOff}
        isDefault={!check.formulas}
      >
        <Toggle
          label={text.method.formulasLabel}
          inlineLabel
          checked={check.formulas}
          disabled={disabled}
          onChange={(_event, on) => onSet("formulas", on ? "yes" : "no")}
        />
        <p className="quiet">{text.method.formulasHint}</p>
      </MethodStep>
      {sheets.settings && (
        <button
          type="button"
          className="link more"
          onClick={() => onShow({ sheet: sheets.settings!, ...area(0, 0) })}
        >
          {text.method.openSettings}
        </button>
      )}
    </>
  );
}

function ScaleForm({
  scale: [low, high],
  disabled,
  onSet,
}: {
  readonly scale: Recipe["scale"];
  readonly disabled: boolean;
  readonly onSet: MethodTabProps["onSet"];
}): JSX.Element {
  const { text } = useWords();
  const write = (from: number, to: number) => onSet("scale", `${from}, ${to}`);
  return (
    <div className="pair">
      <NumberField
        label={text.method.low}
        value={low}
        min={-1e6}
        max={high - 1e-6}
        disabled={disabled}
        onCommit={(value) => write(value, high)}
      />
      <NumberField
        label={text.method.high}
        value={high}
        min={low + 1e-6}
        max={1e6}
        disabled={disabled}
        onCommit={(value) => write(low, value)}
      />
    </div>
  );
}

function groupWords({ groups }: Recipe, text: ReturnType<typeof useWords>["text"]["method"]): string {
  return groups === null
    ? text.allGroups
    : groups.length === 0
      ? text.noGroups
      : groups.join(text.listSeparator);
}

/** Two thirds stand on the sheet as 0.667. */
function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 5e-4;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
