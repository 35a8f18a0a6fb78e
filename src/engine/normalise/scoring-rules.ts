import { normaliser } from "./normaliser";

/**
 * Scoring rules (评分规则): a table of bands with points, as government scoring sheets have it. Inside a band points run
 * linearly from the band's first to its last (flat when they are equal: 达标, 分段); a deduction is a band with negative
 * points on top of `start`; a ratio times full marks is one band from 0 to 1 with points 0 to full.
 *
 * Works on values as measured: the rules say which way is good. Points are taken as they stand, not put on the score's
 * scale, then held between `floor` and `cap`. A value in no band, or an indicator without rules, gets `start`. A band
 * holds its lower bound; the last one its upper bound too. Missing stays missing.
 * Source: 评分规则 of the workbook's own sheet.
 * @example bands 0–60: 0, 60–100: 60 to 100 points: 80 → 80, 30 → 0
 */
export const scoringRules = normaliser({
  key: "scoring-rules",
  label: { en: "Scoring rules", "zh-CN": "评分规则" },
  synonyms: ["rules", "scoring rules", "规则", "分段评分", "评分规则"],
  reference: "评分规则, the workbook's sheet",
  takesMeasured: true,
  parameters: {
    start: {
      kind: "number",
      label: { en: "Points to start from", "zh-CN": "起始分" },
      fallback: 0,
      min: -1e6,
      max: 1e6,
    },
    floor: {
      kind: "number",
      label: { en: "Least points", "zh-CN": "最低分" },
      fallback: 0,
      min: -1e6,
      max: 1e6,
    },
    cap: {
      kind: "number",
      label: { en: "Most points", "zh-CN": "最高分" },
      fallback: 100,
      min: -1e6,
      max: 1e6,
    },
  },
  fit(_, { parameters: { start, floor, cap }, bands }) {
    return (column, out) => {
      for (let i = 0; i < column.length; i += 1) {
        const value = column[i];
        if (value !== value) {
          out[i] = NaN;
          continue;
        }
        let points = start;
        for (let b = 0; b < bands.length; b += 1) {
          const { from, to, fromPoints, toPoints } = bands[b];
          if (value < from || value > to || (value === to && b < bands.length - 1)) continue;
          const share = fromPoints === toPoints || !(to > from) ? 0 : (value - from) / (to - from);
          points = start + fromPoints + (Number.isFinite(share) ? share : 0) * (toPoints - fromPoints);
          break;
        }
        out[i] = Math.min(cap, Math.max(floor, points));
      }
    };
  },
});
