import * as React from "react";
import { parameterValues } from "../engine/index";
import type { Method, MethodChoice, Parameter, ParameterValue, Study } from "../engine/index";
import { readNumber, readNumbers } from "./recipe-words";
import { TypedField } from "./TypedField";
import { Dropdown, Toggle } from "./ui/field";
import { useWords } from "./words";

export interface ChoiceFormProps {
  readonly label: string;
  readonly methods: readonly Method[];
  readonly choice: MethodChoice;
  readonly byDefault: string;
  /** For parameters that name a unit or a group column. */
  readonly study: Study;
  readonly disabled: boolean;
  readonly onChange: (choice: MethodChoice) => void;
}

/** A method and its parameters, made from what the method says of itself. */
export function ChoiceForm(props: ChoiceFormProps): JSX.Element {
  const { label, methods, choice, byDefault, study, disabled, onChange } = props;
  const { text, fill, locale } = useWords();
  const method = methods.find((each) => each.key === choice.key);
  const values = method ? (parameterValues(method, choice) as Readonly<Record<string, ParameterValue>>) : {};
  return (
    <>
      <Dropdown
        label={label}
        disabled={disabled}
        selectedKey={choice.key}
        options={methods.map((each) => ({
          key: each.key,
          text:
            each.key === byDefault
              ? fill(text.method.withDefault, { method: each.label[locale] })
              : each.label[locale],
        }))}
        onChange={(_event, option) => option && onChange({ key: String(option.key), parameters: {} })}
      />
      {method &&
        Object.entries(method.parameters).map(([name, parameter]) => (
          <ParameterField
            key={`${method.key} ${name}`}
            parameter={parameter}
            value={values[name]}
            study={study}
            disabled={disabled}
            onChange={(value) => onChange(withParameter(choice, name, value))}
          />
        ))}
      {method?.reference && (
        <p className="quiet">{fill(text.method.source, { reference: method.reference })}</p>
      )}
    </>
  );
}

interface ParameterFieldProps {
  readonly parameter: Parameter;
  readonly value: ParameterValue;
  readonly study: Study;
  readonly disabled: boolean;
  /** Null leaves the parameter to the method. */
  readonly onChange: (value: ParameterValue | null) => void;
}

function withParameter(
  { key, parameters }: MethodChoice,
  name: string,
  value: ParameterValue | null,
): MethodChoice {
  const { [name]: _replaced, ...others } = parameters;
  return { key, parameters: value === null ? others : { ...others, [name]: value } };
}

function ParameterField({ parameter, value, study, disabled, onChange }: ParameterFieldProps): JSX.Element {
  const { text, fill, locale } = useWords();
  const label = parameter.label[locale];
  switch (parameter.kind) {
    case "number":
      return (
        <NumberField
          label={label}
          value={Number(value)}
          min={parameter.min}
          max={parameter.max}
          mayBeBlank={Number.isNaN(parameter.fallback)}
          disabled={disabled}
          onCommit={(typed) => onChange(Number.isNaN(typed) ? null : typed)}
        />
      );
    case "numbers": {
      const { min, max } = parameter;
      return (
        <TypedField
          label={label}
          value={(value as readonly number[]).join(text.method.listSeparator)}
          hint={text.method.numbersHint}
          disabled={disabled}
          complain={(typed) =>
            readNumbers(typed, min, max) ? "" : fill(text.method.notANumber, { found: typed, min, max })
          }
          onCommit={(typed) => onChange(readNumbers(typed, min, max)!)}
        />
      );
    }
    case "choice":
      return (
        <Dropdown
          label={label}
          disabled={disabled}
          selectedKey={String(value)}
          options={Object.entries(parameter.options).map(([key, option]) => ({ key, text: option[locale] }))}
          onChange={(_event, option) => option && onChange(String(option.key))}
        />
      );
    case "flag":
      return (
        <Toggle
          label={label}
          inlineLabel
          disabled={disabled}
          checked={value === true}
          onChange={(_event, on) => onChange(on === true)}
        />
      );
    case "unit":
      return (
        <TypedField
          label={label}
          value={String(value)}
          disabled={disabled}
          complain={(typed) =>
            typed === "" || study.units.some(({ name, code }) => name === typed || code === typed)
              ? ""
              : fill(text.method.noUnit, { found: typed })
          }
          onCommit={(typed) => onChange(typed === "" ? null : typed)}
        />
      );
    case "column":
      return (
        <Dropdown
          label={label}
          disabled={disabled}
          selectedKey={String(value) || (study.groups[0]?.name ?? "")}
          options={study.groups.map(({ name }) => ({ key: name, text: name }))}
          onChange={(_event, option) => option && onChange(String(option.key))}
        />
      );
  }
}

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  /** A blank field is NaN: the method finds the number itself. */
  readonly mayBeBlank?: boolean;
  readonly disabled: boolean;
  readonly onCommit: (value: number) => void;
}

export function NumberField(props: NumberFieldProps): JSX.Element {
  const { label, value, min, max, whole, mayBeBlank, disabled, onCommit } = props;
  const { text, fill } = useWords();
  const read = (typed: string) => {
    if (mayBeBlank && typed.trim() === "") return NaN;
    const found = readNumber(typed, min, max);
    return found !== null && whole && !Number.isInteger(found) ? null : found;
  };
  const bounded = Math.abs(min) < 1e6 && max < 1e6;
  return (
    <TypedField
      label={label}
      value={Number.isNaN(value) ? "" : String(value)}
      hint={mayBeBlank ? text.method.blank : bounded ? fill(text.method.between, { min, max }) : undefined}
      disabled={disabled}
      complain={(typed) =>
        read(typed) === null ? fill(text.method.notANumber, { found: typed, min, max }) : ""
      }
      onCommit={(typed) => onCommit(read(typed)!)}
    />
  );
}
