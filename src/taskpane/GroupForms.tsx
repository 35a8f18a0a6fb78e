import * as React from "react";
import { defaultRecipe, tierings, type Recipe, type Study } from "../engine/index";
import { writeMethod } from "../workbook/read/parse-method";
import { writeList } from "../workbook/read/setting-list";
import { ChoiceForm } from "./ChoiceForm";
import { hasOwnLabels } from "./tier-label";
import { TypedField } from "./TypedField";
import { Checkbox, Dropdown } from "./ui/field";
import { useWords } from "./words";

interface FormProps {
  readonly disabled: boolean;
  readonly onSet: (key: string, value: string) => void;
}

/** Where tiers are cut, what they are called, on which scores, and among whom. */
export function TierForm({
  recipe,
  study,
  disabled,
  onSet,
}: FormProps & { readonly recipe: Recipe; readonly study: Study }): JSX.Element {
  const { text } = useWords();
  const words = text.method;
  return (
    <>
      <ChoiceForm
        label={words.choose}
        methods={tierings}
        choice={recipe.tiers}
        byDefault={defaultRecipe.tiers.key}
        study={study}
        disabled={disabled}
        onChange={(choice) => onSet("tiers", writeMethod(choice))}
      />
      <TypedField
        label={words.tierLabels}
        value={hasOwnLabels(recipe) ? recipe.tierLabels.join(words.listSeparator) : ""}
        disabled={disabled}
        complain={() => ""}
        onCommit={(typed) => onSet("tier labels", splitNames(typed).join(", "))}
      />
      <Dropdown
        label={words.tiersOn}
        disabled={disabled}
        selectedKey={recipe.tiersOn}
        options={(["unrounded", "rounded"] as const).map((key) => ({ key, text: words.tiersOnOptions[key] }))}
        onChange={(_event, option) => option && onSet("tiers on", String(option.key))}
      />
      {study.groups.length > 0 && (
        <Dropdown
          label={words.tiersWithin}
          disabled={disabled}
          selectedKey={recipe.tiersWithin}
          options={[
            { key: "", text: words.tiersWithinNone },
            ...study.groups.map(({ name }) => ({ key: name, text: name })),
          ]}
          onChange={(_event, option) => option && onSet("tiers within", String(option.key) || "none")}
        />
      )}
    </>
  );
}

/** Which group columns are summarised; all of them is the default, so that a new column counts at once. */
export function GroupsForm({
  groups,
  columns,
  disabled,
  onSet,
}: FormProps & {
  readonly groups: readonly string[] | null;
  readonly columns: readonly string[];
}): JSX.Element {
  const { text } = useWords();
  if (columns.length === 0) return <p className="quiet">{text.method.noGroups}</p>;
  const chosen = new Set(groups ?? columns);
  const toggle = (column: string, on: boolean) => {
    const next = columns.filter((each) => (each === column ? on : chosen.has(each)));
    onSet("groups", next.length === columns.length ? "all" : writeList(next));
  };
  return (
    <>
      {columns.map((column) => (
        <Checkbox
          key={column}
          className="check"
          label={column}
          disabled={disabled}
          checked={chosen.has(column)}
          onChange={(_event, on) => toggle(column, on === true)}
        />
      ))}
    </>
  );
}

/** Names between commas or semicolons of either width. */
export function splitNames(typed: string): string[] {
  return typed
    .split(/[,，;；、]/)
    .map((name) => name.trim())
    .filter(Boolean);
}
