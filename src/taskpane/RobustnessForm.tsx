import * as React from "react";
import {
  choose,
  defaultPlan,
  families,
  variedMethods,
  type MethodChoice,
  type RobustnessPlan,
  type VariedMethod,
} from "../engine/index";
import { planWords } from "../workbook/write/plan-words";
import { NumberField } from "./ChoiceForm";
import { MethodStep } from "./MethodStep";
import { DefaultButton, PrimaryButton } from "./ui/button";
import { Dropdown, Toggle } from "./ui/field";
import { useWords } from "./words";

export interface RobustnessFormProps {
  /** As the settings have it; null for off. */
  readonly plan: RobustnessPlan | null;
  readonly busy: boolean;
  /** Runs a plan; null turns robustness off. */
  readonly onRun: (plan: RobustnessPlan | null) => void;
}

/** What to vary and how often. Nothing is written before Run. */
export function RobustnessForm({ plan: written, busy, onRun }: RobustnessFormProps): JSX.Element {
  const { robustness, locale } = useWords();
  const words = robustness.pane;
  const [plan, setPlan] = React.useState(written ?? defaultPlan);
  const change = (part: Partial<RobustnessPlan>) => setPlan({ ...plan, ...part });
  const { weights } = plan;
  return (
    <>
      {!written && <p className="quiet">{words.off}</p>}
      <MethodStep title={words.change} choice={planWords(plan, locale)} isDefault={false}>
        <div className="pair">
          <NumberField
            label={words.runs}
            value={plan.runs}
            min={1}
            max={100000}
            whole
            disabled={busy}
            onCommit={(runs) => change({ runs })}
          />
          <NumberField
            label={words.seed}
            value={plan.seed}
            min={0}
            max={999999}
            whole
            disabled={busy}
            onCommit={(seed) => change({ seed })}
          />
        </div>
        <Toggle
          label={words.weights}
          inlineLabel
          disabled={busy}
          checked={weights !== null}
          onChange={(_event, on) =>
            change({ weights: on ? (written?.weights ?? defaultPlan.weights) : null })
          }
        />
        {weights && (
          <>
            <Dropdown
              label={words.by}
              disabled={busy}
              selectedKey={weights.method}
              options={[
                { key: "noise", text: words.noise },
                { key: "dirichlet", text: words.dirichlet },
              ]}
              onChange={(_event, option) =>
                option &&
                change({ weights: { ...weights, method: option.key === "noise" ? "noise" : "dirichlet" } })
              }
            />
            <NumberField
              label={words.spread}
              value={Math.round(weights.spread * 1e4) / 100}
              min={0}
              max={100}
              disabled={busy}
              onCommit={(percent) => change({ weights: { ...weights, spread: percent / 100 } })}
            />
          </>
        )}
        {variedMethods.map((method) => (
          <Alternatives
            key={method}
            method={method}
            chosen={plan[method]}
            busy={busy}
            onChange={(choices) => change({ [method]: choices })}
          />
        ))}
        <Toggle
          label={words.leaveOneOut}
          inlineLabel
          disabled={busy}
          checked={plan.leaveOneOut}
          onChange={(_event, on) => change({ leaveOneOut: on === true })}
        />
      </MethodStep>
      <div className="row buttons">
        <PrimaryButton
          text={written ? words.runAgain : words.run}
          disabled={busy}
          onClick={() => onRun(plan)}
        />
        {written && <DefaultButton text={words.turnOff} disabled={busy} onClick={() => onRun(null)} />}
      </div>
    </>
  );
}

interface AlternativesProps {
  readonly method: VariedMethod;
  readonly chosen: readonly MethodChoice[];
  readonly busy: boolean;
  readonly onChange: (choices: readonly MethodChoice[]) => void;
}

/** Methods to try beside the recipe's own; parameters that the Settings sheet gives them stay. */
function Alternatives({ method, chosen, busy, onChange }: AlternativesProps): JSX.Element {
  const { robustness, locale, text, fill } = useWords();
  return (
    <Dropdown
      label={fill(robustness.pane.alternatives, { step: robustness.choices[method] })}
      placeholder={robustness.varied.nothing}
      multiSelect
      multiSelectDelimiter={text.method.listSeparator}
      disabled={busy}
      selectedKeys={chosen.map(({ key }) => key)}
      options={families[method].map(({ key, label }) => ({ key, text: label[locale] }))}
      onChange={(_event, option) => {
        if (!option) return;
        const others = chosen.filter(({ key }) => key !== option.key);
        onChange(option.selected ? [...others, choose(String(option.key))] : others);
      }}
    />
  );
}
