import * as React from "react";
import type { Direction, Node, Study } from "../engine/index";
import { useWords } from "./words";

/** Directions as marks a statistician knows; words stand beside them for those who cannot see. */
const marks: Readonly<Record<Direction, string>> = {
  positive: "↑",
  negative: "↓",
  ideal: "◎",
  interval: "↔",
};

export interface FrameworkTreeProps {
  readonly study: Study;
  /** Per node the weight inside its parent that the last run used; null before. */
  readonly weights: Float64Array | null;
}

/** The framework as a tree that opens and closes, with weights inside each parent. */
export function FrameworkTree({ study, weights }: FrameworkTreeProps): JSX.Element {
  const { text } = useWords();
  const parents = React.useMemo(
    () => study.nodes.flatMap((node, index) => (node.children.length > 0 ? [index] : [])),
    [study],
  );
  // A small tree opens whole; of a large one the first level shows.
  const [open, setOpen] = React.useState<ReadonlySet<number>>(
    () => new Set(study.nodes.length <= 24 ? parents : [0]),
  );
  const toggle = (index: number) => {
    const next = new Set(open);
    if (!next.delete(index)) next.add(index);
    setOpen(next);
  };
  const allOpen = parents.every((index) => open.has(index));
  return (
    <section aria-label={text.check.tree}>
      <div className="heading">
        <h2 className="grow">{text.check.tree}</h2>
        <button type="button" className="link" onClick={() => setOpen(new Set(allOpen ? [] : parents))}>
          {allOpen ? text.check.collapseAll : text.check.expandAll}
        </button>
        <span className="quiet figure">{text.check.weight}</span>
      </div>
      <ul className="plain tree">
        <Branch study={study} weights={weights} index={0} open={open} onToggle={toggle} />
      </ul>
    </section>
  );
}

interface BranchProps extends FrameworkTreeProps {
  readonly index: number;
  readonly open: ReadonlySet<number>;
  readonly onToggle: (index: number) => void;
}

function Branch(props: BranchProps): JSX.Element {
  const { study, weights, index, open, onToggle } = props;
  const { text, percent } = useWords();
  const node = study.nodes[index];
  const weight = weights ? weights[index] : writtenWeight(study, node);
  const weightText = node.parent < 0 ? "" : Number.isNaN(weight) ? text.check.equal : percent(weight, 1);
  const style = { paddingInlineStart: `${node.level * 14}px` };
  const figure = <span className="figure">{weightText}</span>;
  if (node.children.length === 0) {
    const direction = study.indicators[node.indicator]?.direction;
    return (
      <li className="leaf" style={style}>
        {direction && (
          <span
            className={`direction ${direction}`}
            role="img"
            aria-label={text.directions[direction]}
            title={text.directions[direction]}
          >
            {marks[direction]}
          </span>
        )}
        <span className="grow">{node.name}</span>
        {figure}
      </li>
    );
  }
  const isOpen = open.has(index);
  return (
    <li>
      <button
        type="button"
        className="branch"
        style={style}
        aria-expanded={isOpen}
        onClick={() => onToggle(index)}
      >
        <span className="twist" aria-hidden>
          {isOpen ? "▾" : "▸"}
        </span>
        <span className="grow">{node.name}</span>
        {figure}
      </button>
      {isOpen && (
        <ul className="plain">
          {node.children.map((child) => (
            <Branch key={child} {...props} index={child} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Weights as written, made shares of their siblings; NaN where all weigh the same. */
function writtenWeight(study: Study, node: Node): number {
  const siblings = study.nodes[node.parent]?.children.map((each) => study.nodes[each].weight) ?? [];
  const sum = siblings.reduce((total, weight) => total + weight, 0);
  return sum > 0 ? node.weight / sum : NaN;
}
