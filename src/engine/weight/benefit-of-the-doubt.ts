import { issue } from "../../base/issue";
import { completeUnits } from "../stats/correlation-matrix";
import { shareBounds } from "../share-bounds";
import { envelopment } from "../stats/envelopment";
import { extent } from "../stats/moments";
import { hasSpread } from "../stats/rescale";
import { equalShares, noteNoSpread, shares, weighter } from "./weighter";

/**
 * Benefit of the doubt: every unit is given the weights that are best for it (greatest Σ w z under which no unit gets more
 * than 1); the siblings' weights are the mean over the units of those weights, each unit's scaled to add up to 1. `least`
 * and `most` bound every sibling's share in every unit's own score, in percent; a bound that cannot be kept (a unit has
 * zero at a sibling; fewer than 100/most siblings) gives way. Where several weights are equally good for a unit, as for
 * many of the best units when shares are not bounded, it gets one of them: bound the shares for weights to rely on.
 *
 * Computed on the scores, which must be zero or more: a sibling with scores below zero is moved up to start at zero.
 * Missing listwise: the units that have every sibling. A sibling without spread gets 0, with a warning; when there is no
 * complete unit above zero, equal weights and a warning.
 * Source: Cherchye et al. (2007), Social Indicators Research 82, 111–145; Handbook (2008), pp. 92–94.
 * @example shares of at least 50 % for two siblings → every unit's shares are a half each
 */
export const benefitOfTheDoubt = weighter({
  key: "benefit-of-the-doubt",
  label: { en: "Benefit of the doubt (DEA), mean of the units'", "zh-CN": "数据包络法（BOD，各单位均值）" },
  synonyms: ["bod", "dea", "benefit of the doubt", "data envelopment", "数据包络", "数据包络分析"],
  reference: "OECD/JRC Handbook (2008), pp. 92–94",
  parameters: shareBounds,
  weigh: (settings) => {
    const { columns, parent, issues, parameters } = settings;
    const varying = columns.map((_, child) => child).filter((child) => hasSpread(columns[child]));
    noteNoSpread(
      settings,
      columns.flatMap((_, child) => (varying.includes(child) ? [] : [child])),
    );
    if (varying.length < 2) {
      return shares(Float64Array.from(columns, (_, child) => (varying.includes(child) ? 1 : 0)));
    }
    const complete = completeUnits(varying.map((child) => columns[child]));
    const raised = varying.map((child) => {
      const own = Float64Array.from(complete, (i) => columns[child][i]);
      const { min } = extent(own);
      return min < 0 ? own.map((value) => value / 2 - min / 2) : own.map((value) => value / 2);
    });
    const greatest = raised.map((column) => extent(column).max);
    const rows = complete.map((_, i) =>
      Float64Array.from(raised, (column, j) => (greatest[j] > 0 ? column[i] / greatest[j] : 0)),
    );
    const { least, most } = parameters;
    const bounded = least > 0 || most < 100;
    const { scores, weights } = envelopment(rows, bounded ? { least: least / 100, most: most / 100 } : null);

    const sums = new Float64Array(columns.length);
    let counted = 0;
    weights.forEach((own, i) => {
      if (!(scores[i] > 0)) return;
      counted += 1;
      // Back from weights of columns with a greatest value of 1, in units of the least of them.
      const unit = Math.min(...greatest.filter((each) => each > 0));
      shares(own.map((weight, j) => (greatest[j] > 0 ? weight * (unit / greatest[j]) : 0))).forEach(
        (share, j) => (sums[varying[j]] += share),
      );
    });
    if (counted === 0) {
      const params = { parent: parent.name, method: "benefit-of-the-doubt", count: complete.length };
      issues.push(issue("warning", "weight.few-units", params, { node: parent.node }));
      return equalShares(columns.length);
    }
    return shares(sums);
  },
});
