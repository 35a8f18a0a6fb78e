import * as React from "react";
import type { CellRange } from "../base/address";
import type { Issue, IssueCode, Severity } from "../base/issue";
import type { Study } from "../engine/index";
import type { ConfirmedName } from "../tasks/index";
import { ProblemList } from "./ProblemList";
import { filterProblems, groupProblems, type ProblemKind } from "./problem-kind";
import { SearchBox } from "./ui/field";
import { Icon } from "./ui/icon";
import { useWords } from "./words";

const icons: Readonly<Record<Severity, string>> = { error: "ErrorBadge", warning: "Warning", note: "Info" };

/** Fewer problems than this need no search. */
const worthSearching = 8;

export interface ProblemsProps {
  readonly issues: readonly Issue[];
  readonly accepted: readonly IssueCode[];
  /** Whose units a name may mean; null when there are none. */
  readonly study: Study | null;
  readonly onShow: (range: CellRange) => void;
  readonly onAccept: (codes: readonly IssueCode[]) => void;
  readonly onConfirm: (names: readonly ConfirmedName[]) => void;
}

/** Problems by severity and kind: found by their words, gone through one by one, accepted kind by kind. */
export function Problems(props: ProblemsProps): JSX.Element {
  const { issues, accepted, onAccept } = props;
  const words = useWords();
  const { text, fill, number, say } = words;
  const [typed, setTyped] = React.useState("");
  const [hidden, setHidden] = React.useState<readonly Severity[]>([]);
  const found = React.useMemo(() => filterProblems(issues, typed, say), [issues, typed, say]);
  const groups = React.useMemo(() => groupProblems(found, accepted), [found, accepted]);
  if (issues.length === 0) return <p className="quiet no-problems">{text.check.noProblems}</p>;
  const shown = groups.open.filter(({ severity }) => !hidden.includes(severity));
  const accept = ({ code }: ProblemKind) => onAccept([...accepted, code]);
  const acceptedCount = groups.accepted.reduce((sum, kind) => sum + kind.issues.length, 0);
  return (
    <section aria-label={text.check.problems}>
      {issues.length >= worthSearching && (
        <SearchBox
          className="problem-search"
          placeholder={text.check.filter}
          ariaLabel={text.check.filter}
          value={typed}
          onChange={(_event, value) => setTyped(value ?? "")}
        />
      )}
      {groups.open.length > 1 && (
        <div className="chips" role="group" aria-label={text.check.show}>
          {groups.open.map(({ severity, count }) => {
            const isShown = !hidden.includes(severity);
            return (
              <button
                key={severity}
                type="button"
                className={`chip toggle ${severity}`}
                aria-pressed={isShown}
                onClick={() =>
                  setHidden(isShown ? [...hidden, severity] : hidden.filter((each) => each !== severity))
                }
              >
                <Icon iconName={icons[severity]} aria-hidden /> {text.check.severities[severity]}{" "}
                {number(count)}
              </button>
            );
          })}
        </div>
      )}
      {typed.trim() !== "" && (
        <p className="quiet" role="status">
          {found.length === 0
            ? fill(text.check.nothingFound, { text: typed.trim() })
            : fill(text.check.foundCount, { count: number(found.length) })}
        </p>
      )}
      {shown.map(({ severity, count, kinds }) => (
        <details key={severity} className={`problems ${severity}`} open={severity !== "note"}>
          <summary>
            <Icon iconName={icons[severity]} aria-hidden />
            <span className="grow">{text.check.severities[severity]}</span>
            <span className="figure">{number(count)}</span>
          </summary>
          {kinds.map((kind) => (
            <ProblemList key={kind.code} {...props} kind={kind} onAcceptKind={() => accept(kind)} />
          ))}
        </details>
      ))}
      {groups.accepted.length > 0 && (
        <details className="problems accepted">
          <summary>
            <Icon iconName="Completed" aria-hidden />
            <span className="grow">{text.check.accepted}</span>
            <span className="figure">{number(acceptedCount)}</span>
          </summary>
          {groups.accepted.map((kind) => (
            <ProblemList
              key={`${kind.severity} ${kind.code}`}
              {...props}
              kind={kind}
              onRevoke={() => onAccept(accepted.filter((code) => code !== kind.code))}
            />
          ))}
        </details>
      )}
    </section>
  );
}
