import * as React from "react";
import { TextField } from "./ui/field";

export interface TypedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly disabled: boolean;
  /** What is wrong with a text; empty when nothing is. */
  readonly complain: (typed: string) => string;
  readonly onCommit: (typed: string) => void;
}

/** A field that gives its text on Enter or on leaving it, and only when it is right. Escape takes it back. */
export function TypedField({
  label,
  value,
  hint,
  disabled,
  complain,
  onCommit,
}: TypedFieldProps): JSX.Element {
  const [typed, setTyped] = React.useState(value);
  React.useEffect(() => setTyped(value), [value]);
  const commit = () => {
    if (typed !== value && complain(typed) === "") onCommit(typed);
  };
  return (
    <TextField
      label={label}
      value={typed}
      description={hint}
      disabled={disabled}
      errorMessage={typed === value ? "" : complain(typed)}
      onChange={(_event, text) => setTyped(text ?? "")}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) commit();
        if (event.key === "Escape") setTyped(value);
      }}
    />
  );
}
