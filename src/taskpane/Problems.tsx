import * as React from "react";
import type { CellRange } from "../base/address";
import type { Issue, Severity } from "../base/issue";
import { IssueLine } from "./IssueLine";
import { groupProblems } from "./problem-kind";
import { Icon } from "./ui/icon";
import { useWords } from "./words";

/** More than so many of one code collapse to the first few. */
const most = 20;
const few = 5;
/** How many more each click adds: a sheet can have thousands of repairs. */
const step = 200;

const icons: Readonly<Record<Severity, string>> = { error: "ErrorBadge", warning: "Warning", note: "Info" };

export interface ProblemsProps {
  readonly issues: readonly Issue[];
  readonly onShow: (range: CellRange) => void;
}

/** Problems by severity and kind, each a sentence that leads to its cell. */
export function Problems({ issues, onShow }: ProblemsProps): JSX.Element {
  const { text, kindName, number } = useWords();
  const groups = React.useMemo(() => groupProblems(issues), [issues]);
  if (groups.length === 0) return <p className="quiet no-problems">{text.check.noProblems}</p>;
  return (
    <section aria-label={text.check.problems}>
      {groups.map(({ severity, count, kinds }) => (
        <details key={severity} className={`problems ${severity}`} open={severity !== "note"}>
          <summary>
            <Icon iconName={icons[severity]} aria-hidden />
            <span className="grow">{text.check.severities[severity]}</span>
            <span className="figure">{number(count)}</span>
          </summary>
          {kinds.map(({ code, issues: same }) => (
            <div key={code}>
              <h4>
                <span className="grow">{kindName(code)}</span>
                <span className="figure">{number(same.length)}</span>
              </h4>
              <SameProblems issues={same} onShow={onShow} />
            </div>
          ))}
        </details>
      ))}
    </section>
  );
}

function SameProblems({ issues, onShow }: ProblemsProps): JSX.Element {
  const { text, fill } = useWords();
  const start = issues.length > most ? few : issues.length;
  const [shown, setShown] = React.useState(start);
  const visible = Math.min(Math.max(shown, start), issues.length);
  const rest = issues.length - visible;
  return (
    <>
      <ul className="plain">
        {issues.slice(0, visible).map((each, index) => (
          <li key={index}>
            <IssueLine issue={each} onShow={onShow} />
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
    </>
  );
}
