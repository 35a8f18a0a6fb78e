import * as React from "react";
import type { CellRange } from "../base/address";
import type { Study } from "../engine/index";
import type { ConfirmedName } from "../tasks/index";
import { IssueLine } from "./IssueLine";
import { NameQuestion } from "./NameQuestion";
import type { ProblemKind } from "./problem-kind";
import { IconButton } from "./ui/button";
import { useWords } from "./words";

/** More than so many of one code collapse to the first few. */
const most = 20;
const few = 5;
/** How many more each click adds: a sheet can have thousands of repairs. */
const step = 200;

export interface ProblemListProps {
  readonly kind: ProblemKind;
  readonly study: Study | null;
  readonly onShow: (range: CellRange) => void;
  readonly onConfirm: (names: readonly ConfirmedName[]) => void;
  /** Without it the kind is accepted already. */
  readonly onAcceptKind?: () => void;
  readonly onRevoke?: () => void;
}

/** Problems of one kind: how many, one after the other, each leading to its cell, and all of them accepted at once. */
export function ProblemList(props: ProblemListProps): JSX.Element {
  const { kind, study, onShow, onConfirm, onAcceptKind, onRevoke } = props;
  const { issues, severity, code } = kind;
  const { text, fill, number, kindName } = useWords();
  const start = issues.length > most ? few : issues.length;
  const [shown, setShown] = React.useState(start);
  const [current, setCurrent] = React.useState(-1);
  const visible = Math.min(Math.max(shown, start), issues.length);
  const rest = issues.length - visible;
  const goTo = (index: number) => {
    setCurrent(index);
    if (index >= visible) setShown(index + 1);
    const { at } = issues[index];
    if (at) onShow(at);
  };
  const at = Math.min(current, issues.length - 1);
  return (
    <div className="kind">
      <h4>
        <span className="grow">{kindName(code)}</span>
        {issues.length > 1 && (
          <>
            <IconButton
              className="step-button"
              iconProps={{ iconName: "ChevronUp" }}
              title={text.check.previous}
              ariaLabel={text.check.previous}
              disabled={at <= 0}
              allowDisabledFocus
              onClick={() => goTo(at - 1)}
            />
            <IconButton
              className="step-button"
              iconProps={{ iconName: "ChevronDown" }}
              title={text.check.next}
              ariaLabel={text.check.next}
              disabled={at >= issues.length - 1}
              allowDisabledFocus
              onClick={() => goTo(at + 1)}
            />
          </>
        )}
        <span className="figure">
          {at >= 0
            ? fill(text.check.position, { place: number(at + 1), count: number(issues.length) })
            : number(issues.length)}
        </span>
      </h4>
      {severity !== "error" && onAcceptKind && (
        <button type="button" className="link accept" onClick={onAcceptKind}>
          {fill(issues.length === 1 ? text.check.acceptOne : text.check.acceptAll, {
            count: number(issues.length),
          })}
        </button>
      )}
      {onRevoke && (
        <button type="button" className="link accept" onClick={onRevoke}>
          {text.check.revoke}
        </button>
      )}
      <ul className="plain">
        {issues.slice(0, visible).map((each, index) => (
          <li
            key={index}
            className={index === at ? "current" : undefined}
            aria-current={index === at || undefined}
          >
            <IssueLine
              issue={each}
              onShow={(range) => {
                setCurrent(index);
                onShow(range);
              }}
            />
            {each.code === "data.unmatched-unit" && study && (
              <NameQuestion found={each.params.unit} study={study} onConfirm={onConfirm} />
            )}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="link more" onClick={() => setShown(visible + step)}>
          {fill(text.check.showMore, { count: Math.min(rest, step) })}
        </button>
      )}
      {visible > start && (
        <button type="button" className="link more" onClick={() => setShown(start)}>
          {text.check.showFewer}
        </button>
      )}
    </div>
  );
}
