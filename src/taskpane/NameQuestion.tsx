import * as React from "react";
import type { Study } from "../engine/index";
import { nameCandidates, type ConfirmedName } from "../tasks/index";
import { Dropdown } from "./ui/field";
import { useWords } from "./words";

/** The likeliest come first; all others follow where they are few, for a name that is spelt quite differently. */
const likeliest = 12;
const few = 400;

export interface NameQuestionProps {
  readonly found: string;
  readonly study: Study;
  readonly onConfirm: (names: readonly ConfirmedName[]) => void;
}

/** Which unit a name means: candidates to choose from, nothing chosen beforehand. */
export function NameQuestion({ found, study, onConfirm }: NameQuestionProps): JSX.Element {
  const { text, fill } = useWords();
  const candidates = React.useMemo(() => nameCandidates(found, study, likeliest), [found, study]);
  const others = React.useMemo(
    () =>
      study.units.length > few
        ? []
        : [...new Set(study.units.map(({ name }) => name))].filter((name) => !candidates.includes(name)),
    [study, candidates],
  );
  return (
    <Dropdown
      className="name-question"
      ariaLabel={fill(text.check.meansWhich, { name: found })}
      placeholder={fill(text.check.meansWhich, { name: found })}
      selectedKey={null}
      options={[
        { key: "none", text: text.check.leaveOut },
        ...[...candidates, ...others].map((name) => ({ key: `unit ${name}`, text: name })),
      ]}
      onChange={(_event, option) =>
        option && onConfirm([{ found, unit: option.key === "none" ? null : option.text }])
      }
    />
  );
}
