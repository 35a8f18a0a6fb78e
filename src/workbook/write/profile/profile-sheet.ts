import { area, columnName, quoteSheet } from "../../../base/address";
import { fill, texts } from "../../../messages/say";
import type { DocumentCell, SheetDocument, SheetKind } from "../../document";
import { nodeWidth, type SheetContext } from "../context";
import { addStyle, finish } from "../draft";
import { looks, shareFormat, wholeFormat } from "../look";
import { tableCells } from "../table-cells";
import { choice } from "./choice";
import { chosenUnit, comparedColumn, glanceNodes } from "./chosen-unit";
import { addGlance, addNodes, addNotable, nodeRowsAt, notableRows } from "./node-blocks";
import {
  addBlock,
  addLine,
  at,
  calculated,
  columns,
  dash,
  exactly,
  groupCell,
  inputLook,
  newPage,
  none,
  quoted,
  setLooks,
} from "./page";
import { addGroupPeers, addPeers, peerRows } from "./peers";
import { profileCharts } from "./profile-charts";
import type { ProfileSources } from "./sources";

/**
 * Profile: a unit chosen in a drop-down cell; its place, scores, strengths, weaknesses, losses and neighbours follow by
 * formulas over Scores, Tiers, Groups and Weights, in functions that Excel 2016 has.
 */
export function profileSheet(context: SheetContext, documents: readonly SheetDocument[]): SheetDocument {
  const { locale, index } = context;
  const words = texts(locale).profile;
  const draft = newPage(fill(words.title, { index }), context.subtitle, words.legend, nodeWidth(context));
  const table = (kind: SheetKind, name: string) => {
    const document = documents.find((each) => each.kind === kind)!;
    return tableCells(document, document.rows as DocumentCell[][], name);
  };
  const scores = table("scores", "Scores");
  const unit = chosenUnit(context);
  const place = at(choice.row, columns.working);
  const sources: ProfileSources = {
    context,
    words,
    draft,
    unit,
    scores,
    tiers: table("tiers", "Tiers"),
    means: table("groups", "GroupMeans"),
    weights: table("weights", "Weights"),
    place,
    own: (key) => `INDEX(${scores.column(key)},${place})`,
    column: comparedColumn(context),
  };
  addChoice(sources);
  const groupRow = addPlace(sources);
  // The list of all nodes stands last, but everything above looks things up in it.
  const above =
    2 + glanceNodes(context).length + notableRows(context) + peerRows * (sources.column === null ? 1 : 2);
  const nodes = nodeRowsAt(context, draft.rows.length + above + 2);
  const glance = addGlance(sources, nodes);
  addNotable(sources, nodes);
  addPeers(sources);
  if (sources.column !== null) addGroupPeers(sources, groupRow);
  addNodes(sources, nodes, groupRow);
  profileCharts(sources, glance);
  const document = finish(draft, { kind: "profile", name: context.words.names.profile, freezeColumns: 0 });
  return {
    ...document,
    columns: document.columns.map((column, c) =>
      c >= columns.working ? { ...column, hidden: true } : column,
    ),
    freeze: { rows: choice.row + 1, columns: 0 },
    print: { ...document.print, titleTop: 0, titleBottom: 0, titleColumns: 0, pagesWide: 1 },
  };
}

/** The drop-down, and the way to the unit's row on Scores. */
function addChoice({ context, words, draft, unit, scores }: ProfileSources): void {
  const { result, words: sheet } = context;
  const name = result.study.units[unit].name;
  const position = Array.from(result.order).indexOf(unit) + 1;
  addLine(draft, []);
  const link = fill(words.toScores, { sheet: sheet.names.scores });
  const first = scores.place("unit", scores.top);
  const target = `"#${quoteSheet(sheet.names.scores)}!${columnName(first.column)}"&(${at(choice.row, columns.working)}+${first.row})`;
  const row = addLine(
    draft,
    [words.choose, name, null, null, calculated(`HYPERLINK(${target},${quoted(link)})`, link)],
    [calculated(`MATCH(${at(choice.row, choice.column)},${scores.column("unit")},0)`, position)],
  );
  addStyle(draft, area(row, 0), looks.bold);
  addStyle(draft, area(row, 1, row, 3), inputLook);
  addStyle(draft, area(row, 4), { colour: looks.title.colour });
  draft.heights.push({ row, height: 24 });
  draft.validations.push({
    ...area(row, choice.column),
    options: {
      kind: "scores",
      top: scores.top,
      bottom: scores.bottom,
      left: first.column,
      right: first.column,
    },
    strict: true,
  });
}

/** Index, rank, tier and the way to the next, availability, and place inside each grouping. Gives the row of the compared one. */
function addPlace({ context, words, draft, unit, scores, tiers, own, column }: ProfileSources): number {
  const { result, words: sheet, scoreFormat } = context;
  const { study } = result;
  const start = addBlock(draft, [words.place]);
  const scored = result.rank.filter((rank) => rank > 0).length;
  const ofCount = (count: string, value: number) => {
    const [before, after = ""] = words.of.split("{count}");
    const text = [before && quoted(before), count, after && quoted(after)].filter(Boolean).join("&");
    return calculated(text, fill(words.of, { count: value }));
  };
  const ranked = (rank: number) => rank || dash;
  const tier = result.tierOf[unit];
  const label = result.tierLabels[tier] ?? dash;
  const next = result.tierLabels[tier - 1] ?? dash;
  const within = study.groups.find(({ name }) => name === result.recipe.tiersWithin);
  const cuts = result.tiers.filter(
    ({ group }) => group === null || group === within?.labels[within.of[unit]],
  );
  const lower = cuts.find((each) => each.label === next)?.lower ?? NaN;

  const indexRow = addLine(draft, [words.index, calculated(own("node 0"), result.score[unit])]);
  addLine(draft, [
    sheet.common.rank,
    calculated(own("rank"), ranked(result.rank[unit])),
    ofCount(`COUNT(${scores.column("rank")})`, scored),
  ]);
  // The tiers' names stand in a working column, best first, from here down.
  const tierRow = addLine(
    draft,
    [sheet.common.tier, calculated(own("tier"), label)],
    [result.tierLabels[0] ?? dash],
  );
  const nextRow = tierRow + 1;
  const labels = `${at(tierRow, columns.working)}:${at(tierRow + result.tierLabels.length - 1, columns.working)}`;
  const place = `MATCH(${at(tierRow, 1)},${labels},0)`;
  const inTiers = [
    `${tiers.column("tier")},"="&${at(nextRow, 1)}`,
    ...(within
      ? [
          `${tiers.column("column")},${quoted(`=${within.name}`)}`,
          `${tiers.column("group")},"="&${own(`group ${within.name}`)}`,
        ]
      : [`${tiers.column("column")},${quoted(`=${sheet.common.all}`)}`]),
  ].join(",");
  const tierNames = (i: number) => (i < result.tierLabels.length ? [result.tierLabels[i]] : []);
  addLine(
    draft,
    [words.nextTier, calculated(`IFERROR(IF(${place}>1,INDEX(${labels},${place}-1),${none}),${none})`, next)],
    tierNames(1),
  );
  addLine(
    draft,
    [
      words.toNext,
      calculated(
        `IFERROR(IF(${at(nextRow, 1)}=${none},${none},MAX(0,SUMIFS(${tiers.column("lower")},${inTiers})-${at(indexRow, 1)})),${none})`,
        tier > 0 ? Math.max(0, lower - result.score[unit]) : dash,
      ),
    ],
    tierNames(2),
  );
  addLine(
    draft,
    [sheet.common.availability, calculated(own("availability"), result.availability[unit])],
    tierNames(3),
  );
  let used = 4;
  let groupRow = -1;
  for (const { column: name, rank } of result.groupRanks) {
    const group = study.groups.find((each) => each.name === name)!;
    const mine = group.labels[group.of[unit]];
    const row = draft.rows.length;
    const size = group.of.filter((of, i) => of === group.of[unit] && result.rank[i] > 0).length;
    addLine(
      draft,
      [
        fill(sheet.scores.rankIn, { column: name }),
        calculated(own(`rank in ${name}`), ranked(rank[unit])),
        ofCount(
          `COUNTIFS(${scores.column(`group ${name}`)},${at(row, columns.working + 1)},${scores.column("rank")},">0")`,
          mine === undefined ? 0 : size,
        ),
        calculated(`IF(${own(`group ${name}`)}="",${none},${own(`group ${name}`)})`, mine ?? dash),
      ],
      [
        tierNames(used)[0] ?? null,
        calculated(exactly(at(row, groupCell)), `=${(mine ?? dash).replace(/[~*?]/g, "~$&")}`),
      ],
    );
    used += 1;
    if (name === column) groupRow = row;
  }
  for (; used < result.tierLabels.length; used += 1) addLine(draft, [], tierNames(used));
  const end = draft.rows.length - 1;
  setLooks(draft, start, end, [{ align: "right" }, { align: "left" }, { align: "left" }]);
  addStyle(draft, area(indexRow, 1), { numberFormat: scoreFormat, bold: true });
  addStyle(draft, area(indexRow + 1, 1), { numberFormat: wholeFormat, bold: true });
  addStyle(draft, area(nextRow + 1, 1), { numberFormat: scoreFormat });
  addStyle(draft, area(nextRow + 2, 1), { numberFormat: shareFormat });
  return groupRow;
}
