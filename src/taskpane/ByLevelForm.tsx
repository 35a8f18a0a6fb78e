import * as React from "react";
import { choose, type ByLevel } from "../engine/index";
import { ChoiceForm, type ChoiceFormProps } from "./ChoiceForm";
import { levelName } from "./recipe-words";
import { Dropdown } from "./ui/field";
import { useWords } from "./words";

/** Stands in the menu of a level for "no method of its own"; no method has an empty key. */
const asGeneral = "";

export interface ByLevelFormProps extends Omit<ChoiceFormProps, "choice" | "onChange"> {
  readonly choice: ByLevel;
  /** Levels of the tree that can have a method of their own. */
  readonly levels: readonly number[];
  readonly onChange: (choice: ByLevel) => void;
}

/** One method for all levels, and others for some. */
export function ByLevelForm({ choice, levels, onChange, ...rest }: ByLevelFormProps): JSX.Element {
  const words = useWords();
  const { text, locale } = words;
  const setLevel = (level: number, key: string) => {
    const { [level]: _replaced, ...others } = choice.levels;
    onChange({ ...choice, levels: key === asGeneral ? others : { ...others, [level]: choose(key) } });
  };
  return (
    <>
      <ChoiceForm
        {...rest}
        choice={choice.general}
        onChange={(general) => onChange({ ...choice, general })}
      />
      {levels.length > 1 &&
        levels.map((level) => (
          <Dropdown
            key={level}
            label={levelName(level, words)}
            disabled={rest.disabled}
            selectedKey={choice.levels[level]?.key ?? asGeneral}
            options={[
              { key: asGeneral, text: text.method.asGeneral },
              ...rest.methods.map((each) => ({ key: each.key, text: each.label[locale] })),
            ]}
            onChange={(_event, option) => option && setLevel(level, String(option.key))}
          />
        ))}
    </>
  );
}
