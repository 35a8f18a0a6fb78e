import { texts } from "../../../messages/say";
import { unsureUnits } from "../robustness-columns";
import type { Evidence, Finding } from "./finding";
import { figure, phrase, type Figure, type Phrase } from "./sentence";

const mostNamed = 3;
const mostUnsure = 8;

/** How wide rank intervals are, whose are narrowest and widest, whose tier is not sure, and what the ranks hang on most. */
export function robustnessFindings({ context, words, table, list, names }: Evidence): Finding[] {
  const { robustness: found, result, locale } = context;
  if (!found) return [];
  const own = words.robustness;
  const { study } = result;
  const ranks = table("robustness", "RankIntervals");
  const units = Array.from(result.order).filter((unit) => found.scoredRuns[unit] > 0);
  if (units.length < 2) return [];
  const widths = units.map((unit) => found.rankUpper[unit] - found.rankLower[unit]);
  const width: Figure = {
    expression: `AVERAGE(${ranks.column("upper")})-AVERAGE(${ranks.column("lower")})`,
    value: widths.reduce((sum, each) => sum + each, 0) / widths.length,
    style: "tenth",
    at: { kind: ranks.kind, ...ranks.place("lower", ranks.top) },
  };
  const named = (place: number): Phrase => {
    const row = ranks.top + place;
    return phrase(own.interval, {
      unit: study.units[units[place]].name,
      rank: figure(ranks, "rank", row, "count"),
      lower: figure(ranks, "lower", row, "tenth"),
      upper: figure(ranks, "upper", row, "tenth"),
    });
  };
  const byWidth = [...units.keys()].sort((a, b) => widths[a] - widths[b]);
  const findings: Finding[] = [
    {
      topic: "robustness",
      sentences: [
        phrase(own.width, { runs: String(found.plan.runs), width }),
        phrase(own.widest, { list: list(byWidth.slice(-mostNamed).reverse().map(named)) }),
        phrase(own.narrowest, { list: list(byWidth.slice(0, mostNamed).map(named)) }),
      ],
    },
  ];
  const unsure = unsureUnits(found, result);
  const { no } = texts(locale).robustness.ranks;
  const count: Figure = {
    expression: `COUNTIF(${ranks.column("sure")},"${no}")`,
    value: unsure.length,
    style: "count",
    at: { kind: ranks.kind, ...ranks.place("sure", ranks.top) },
  };
  findings.push({
    topic: "robustness",
    sentences: [
      unsure.length === 0
        ? phrase(own.allSure)
        : phrase(own.unsure, {
            count,
            names: names(
              unsure.map((unit) => study.units[unit].name),
              mostUnsure,
            ),
          }),
    ],
  });
  const leftOut = [...found.leftOut.keys()]
    .filter((i) => study.nodes[found.leftOut[i].node].indicator >= 0 && found.leftOut[i].meanShift > 0)
    .sort((a, b) => found.leftOut[b].meanShift - found.leftOut[a].meanShift)
    .slice(0, mostNamed);
  if (leftOut.length > 0) {
    const shifts = table("robustness", "LeftOut");
    const each = leftOut.map((i) =>
      phrase(words.named, {
        name: study.nodes[found.leftOut[i].node].name,
        value: figure(shifts, "mean shift", shifts.top + i, "tenth"),
      }),
    );
    findings.push({ topic: "robustness", sentences: [phrase(own.leftOut, { list: list(each) })] });
  }
  return findings;
}
