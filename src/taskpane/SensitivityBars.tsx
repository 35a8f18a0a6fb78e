import * as React from "react";
import type { Sensitivity } from "../engine/index";
import { useWords } from "./words";

/** Each uncertain choice's share of how far the ranks shift: alone, and together with the others. */
export function SensitivityBars({
  sensitivities,
}: {
  readonly sensitivities: readonly Sensitivity[];
}): JSX.Element {
  const { robustness, fill, percent } = useWords();
  const words = robustness.pane;
  // Estimates from few runs stray beyond 0 and 1; bars do not.
  const within = (share: number) => Math.min(1, Math.max(0, share)) * 100;
  return (
    <section>
      <h2>{words.hangsOn}</h2>
      <ul className="plain">
        {[...sensitivities]
          .sort((a, b) => b.total - a.total)
          .map(({ choice, first, total }) => (
            <li key={choice} className="sensitivity">
              <span>{robustness.choices[choice]}</span>
              <span className="figure quiet">
                {fill(words.first, { share: percent(first) })} ·{" "}
                {fill(words.total, { share: percent(total) })}
              </span>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
                <rect className="track" width={100} height={8} />
                <rect className="reach" width={within(total)} height={8} />
                <rect className="mark" width={within(first)} height={8} />
              </svg>
            </li>
          ))}
      </ul>
    </section>
  );
}
