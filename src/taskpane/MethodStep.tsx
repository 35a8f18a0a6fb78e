import * as React from "react";
import { useWords } from "./words";

export interface MethodStepProps {
  readonly title: string;
  /** What is chosen, in words. */
  readonly choice: string;
  readonly isDefault: boolean;
  readonly children: React.ReactNode;
}

/** One line of the recipe, which opens to its form. */
export function MethodStep({ title, choice, isDefault, children }: MethodStepProps): JSX.Element {
  const { text } = useWords();
  const [open, setOpen] = React.useState(false);
  return (
    <details className="step" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="step-title">{title}</span>
        <span className="grow">{choice}</span>
        {isDefault && <span className="quiet">{text.method.byDefault}</span>}
      </summary>
      {open && <div className="step-body">{children}</div>}
    </details>
  );
}
