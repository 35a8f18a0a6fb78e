import * as React from "react";
import type { Result } from "../engine/index";
import { tierFills } from "../workbook/write/look";
import { tierLabel } from "./tier-label";
import { useWords } from "./words";

/** Tiers as one bar by count, with bounds and means below; a bar a group where tiers were cut inside groups. */
export function TierBars({ result }: { readonly result: Result }): JSX.Element {
  const { text } = useWords();
  const groups = [...new Set(result.tiers.map((tier) => tier.group))];
  return (
    <section>
      <h2>{text.results.tiers}</h2>
      {groups.map((group) => (
        <TierBar key={group ?? ""} group={group} result={result} />
      ))}
    </section>
  );
}

function TierBar({ group, result }: { readonly group: string | null; readonly result: Result }): JSX.Element {
  const { text, number, percent, locale } = useWords();
  const tiers = result.tiers.filter((tier) => tier.group === group);
  const total = tiers.reduce((sum, tier) => sum + tier.count, 0);
  const { decimals } = result.recipe;
  // The same colours as on the sheets, where a group may have fewer tiers than another.
  const fills = tierFills(result.tierLabels.length);
  let left = 0;
  return (
    <>
      {group !== null && <h3>{group}</h3>}
      <svg className="tier-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
        {tiers.map((tier) => {
          const width = total > 0 ? (tier.count / total) * 100 : 0;
          left += width;
          return (
            <rect
              key={tier.tier}
              x={left - width}
              width={Math.max(0, width - 0.4)}
              height={10}
              fill={fills[tier.tier]}
            />
          );
        })}
      </svg>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{text.results.tier}</th>
            <th scope="col">{text.results.bound}</th>
            <th scope="col">{text.results.count}</th>
            <th scope="col">{text.results.share}</th>
            <th scope="col">{text.results.mean}</th>
          </tr>
        </thead>
        <tbody>
          {tiers.map((tier) => (
            <tr key={tier.tier}>
              <th scope="row">
                <span className="swatch" style={{ background: fills[tier.tier] }} />
                {tierLabel(tier, result.recipe, locale)}
              </th>
              <td>{number(tier.lower, decimals)}</td>
              <td>{number(tier.count)}</td>
              <td>{percent(tier.count / total, 1)}</td>
              <td>{number(tier.mean, decimals)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
