import { area } from "../../../base/address";
import { fill } from "../../../messages/say";
import type { DocumentCell } from "../../document";
import { addStyle } from "../draft";
import { looks, wholeFormat } from "../look";
import { addBlock, addLine, at, calculated, columns, dash, none, setLooks } from "./page";
import type { ProfileSources } from "./sources";

/** How many neighbours on each side. */
const beside = 2;
/** Rows of a block of neighbours, its heading among them. */
export const peerRows = 2 + 2 * beside + 1;

/** The units just before and behind in rank, the unit itself between them; tied ones in the order of Scores. */
export function addPeers(sources: ProfileSources): void {
  const { context, words, draft, unit, scores, place, own } = sources;
  const { result, words: sheet } = context;
  const ranks = scores.column("rank");
  const rows = Array.from(result.order);
  const mine = rows.indexOf(unit);
  const scored = rows.filter((each) => result.rank[each] > 0).length;
  const start = addBlock(draft, [words.peers, sheet.common.rank, sheet.common.score, sheet.common.tier]);
  for (let step = -beside; step <= beside; step += 1) {
    const row = draft.rows.length;
    const rank = at(row, columns.working + 1);
    // The unit's place in the order, ties counted, and the rank that stands so many places away.
    const order = `(${own("rank")}+${place}-MATCH(${own("rank")},${ranks},0)+${step})`;
    const found = mine < scored && mine + step >= 0 && mine + step < scored ? mine + step : NaN;
    addLine(
      draft,
      [...peerCells(sources, row, found)],
      [
        calculated(
          `IF(ISNUMBER(${rank}),MATCH(${rank},${ranks},0)+${order}-1-COUNTIF(${ranks},"<"&${rank}),${none})`,
          found + 1,
        ),
        calculated(`IFERROR(SMALL(${ranks},${order}),${none})`, result.rank[rows[found]] ?? dash),
      ],
    );
  }
  finish(sources, start);
}

/** The same inside the unit's group. A rank that nobody has, because others share one, leaves its row empty. */
export function addGroupPeers(sources: ProfileSources, groupRow: number): void {
  const { context, words, draft, unit, scores, own, column } = sources;
  const { result, words: sheet } = context;
  const group = result.study.groups.find(({ name }) => name === column)!;
  const inside = result.groupRanks.find((each) => each.column === column)!.rank;
  const ranks = scores.column("rank");
  const rows = Array.from(result.order);
  const start = addBlock(draft, [
    fill(words.groupPeers, { column: column! }),
    sheet.common.rank,
    sheet.common.score,
    sheet.common.tier,
  ]);
  for (let step = -beside; step <= beside; step += 1) {
    const row = draft.rows.length;
    const rank = at(row, columns.working + 1);
    const same = rows.filter(
      (each) =>
        group.of[each] === group.of[unit] &&
        group.of[unit] >= 0 &&
        inside[each] === inside[unit] + step &&
        inside[each] > 0,
    );
    const overall = inside[unit] > 0 ? (result.rank[same[0]] ?? NaN) : NaN;
    const found = step === 0 ? rows.indexOf(unit) : rows.findIndex((each) => result.rank[each] === overall);
    const shownAt = step === 0 && inside[unit] > 0 ? found : Number.isNaN(overall) ? NaN : found;
    const match =
      step === 0
        ? `IF(ISNUMBER(${own(`rank in ${column}`)}),${sources.place},${none})`
        : `IF(ISNUMBER(${rank}),MATCH(${rank},${ranks},0),${none})`;
    addLine(
      draft,
      [...peerCells(sources, row, shownAt)],
      [
        calculated(`IFERROR(${match},${none})`, shownAt + 1),
        calculated(
          `IFERROR(AVERAGEIFS(${ranks},${scores.column(`group ${column}`)},${at(groupRow, columns.working + 1)},${scores.column(`rank in ${column}`)},${own(`rank in ${column}`)}+${step}),${none})`,
          overall,
        ),
      ],
    );
  }
  finish(sources, start);
}

/** Name, rank, score and tier of the unit whose place on Scores stands in the row's first working cell. */
function peerCells({ context, scores }: ProfileSources, row: number, found: number): DocumentCell[] {
  const { result } = context;
  const unit = result.order[found];
  const value = (key: string, known: string | number) =>
    calculated(
      `IFERROR(INDEX(${scores.column(key)},${at(row, columns.working)}),${none})`,
      unit === undefined ? dash : known,
    );
  return [
    value("unit", result.study.units[unit]?.name ?? dash),
    value("rank", result.rank[unit] || dash),
    value("node 0", result.score[unit]),
    value("tier", result.tierLabels[result.tierOf[unit]] ?? dash),
  ];
}

function finish({ draft, context }: ProfileSources, start: number): void {
  const end = draft.rows.length - 1;
  setLooks(draft, start, end, [
    { numberFormat: wholeFormat, align: "right" },
    { numberFormat: context.scoreFormat, align: "right" },
    { align: "center" },
  ]);
  addStyle(draft, area(start + beside, 0, start + beside, 3), looks.bold);
}
