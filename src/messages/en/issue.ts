import type { IssueCode } from "../../base/issue";

/** The sentence of every issue code, in the codes' order. `at` joins a cell and a sentence. */
export const issues: Record<IssueCode | "at", string> = {
  at: "{cell}: {sentence}",
  "aggregate.negative":
    "{method} needs values of zero or more at “{node}”; {count} units have less there and get no score: {units}. Choose a normalisation within the scale (min-max) or another aggregation.",
  "aggregate.not-positive":
    "{method} needs values above zero at “{node}”; {count} units have zero or less there and get no score: {units}. Choose min-max (lower=1; upper=100) or another aggregation.",
  "aggregate.outside-scale":
    "{method} needs values on the scale {low} to {high} at “{node}”; {count} units have others there and get no score: {units}. Choose a normalisation within the scale (min-max) or another aggregation.",
  "availability.below":
    "“{unit}” has {share} % of its indicators; {threshold} % are asked for, so it is listed without a score.",
  "data.date": "the date “{found}” stands where a number should be and is read as missing.",
  "data.decimal-comma":
    "the {count} numbers stored as text under “{column}” have a decimal comma, as its other cells or the sheet's show, and are read so.",
  "data.duplicate-column":
    "the column “{column}” stands here a second time (first in {first}); only the first is read.",
  "data.duplicate-unit":
    "“{unit}” stands here a second time (first in {first}); this row is left out. Remove it or rename it.",
  "data.duplicate-value":
    "the value of “{unit}” at “{indicator}” stands here a second time (first in {first}) and is another; both are left out. Remove one.",
  "data.error-value": "the cell holds the error {found} and is read as missing; mend its formula.",
  "data.extra-column":
    "the column “{column}” is not in the framework and is kept as a covariate; add it to the Indicators sheet if it should count.",
  "data.far-from-median":
    "the value {value} of “{unit}” at “{indicator}” is 100 times or more away from the median {median} and far from all others; check its unit.",
  "data.footnote-read": "the footnote mark is taken off “{found}”, which is read as {value}.",
  "data.header-ambiguous":
    "several columns could be “{indicator}” ({columns}) and none is read; head one with the exact name or code.",
  "data.header-matched": "the column headed “{header}” is read as “{indicator}”.",
  "data.heading-row":
    "“{name}” has nothing but a name and is taken for a heading, not a unit; write missing marks beside it if it is one.",
  "data.hidden-rows":
    "{count} hidden rows of “{sheet}” are counted; set “hidden rows” to exclude to leave them out.",
  "data.missing": "“{indicator}” has {count} missing values.",
  "data.no-group": "“{unit}” has no value in the group column “{column}”.",
  "data.no-sheet":
    "no sheet with data was found: one row a unit, with its name or code and columns headed by the indicators' names or codes.",
  "data.no-unit-column":
    "“{sheet}” has indicator columns but none with the units' names or codes; head one “Name” or “Code”.",
  "data.no-year": "there are no data of the year {year}; the data have {known}.",
  "data.not-a-number": "“{found}” is not a number and is read as missing; write a number or a missing mark.",
  "data.percent-mixed":
    "the value {value} of “{unit}” at “{indicator}” looks like a share among percents; check whether it should be 100 times as much.",
  "data.percent-read": "the text “{found}” is read as {value}.",
  "data.repeated-header": "{count} rows inside the table of “{sheet}” repeat its header and are passed over.",
  "data.same-values": "“{unit}” has the same value as “{other}” in every indicator; one may be a copy.",
  "data.sign":
    "the value {value} of “{unit}” at “{indicator}” is below zero where nearly all others are above; check its sign.",
  "data.text-number-read": "the number stored as text “{found}” is read as {value}.",
  "data.total-row": "“{name}” is a total, an average or an aggregate and is kept apart from the units.",
  "data.two-readings":
    "“{found}” can be read as {one} or as {other}, and nothing else in the column says which; it is read as missing.",
  "data.unit-left-out": "“{name}” on “{sheet}” is no unit, as the name matches say, and is left out.",
  "data.unit-matched":
    "“{found}” is taken for “{unit}”, which is written differently on the first data sheet.",
  "data.unit-read": "the unit of measure is taken off “{found}”, which is read as {value}.",
  "data.unit-column":
    "no header says which column names the units; “{column}” is taken, whose cells are texts that all differ. Set “unit column” if it is another.",
  "data.unit-unnamed": "this row has values but no unit name or code and is left out.",
  "data.unmatched-unit":
    "“{unit}” on “{sheet}” is not on the first data sheet and is left out. Nearest there: {candidates}.",
  "data.year-columns": "the columns of {indicators} indicators are read as years: {years}.",
  "denominate.unusable": "“{unit}” cannot be divided by “{column}” ({found}); the value is missing.",
  "denominate.unknown-column":
    "the denominator “{column}” of “{indicator}” is no numeric column of the data; the indicator is left undivided.",
  "diagnose.child-opposed":
    "“{child}” runs against its own parent “{parent}” (r = {r}): check its direction.",
  "diagnose.child-unrelated":
    "“{child}” does not go with its parent “{parent}” (r = {r}, not significant): it hardly counts there, whatever its weight.",
  "diagnose.siblings-alike":
    "“{one}” and “{other}” under “{parent}” say much the same (r = {r}): together they count twice.",
  "diagnose.siblings-opposed":
    "“{one}” and “{other}” under “{parent}” run against each other (r = {r}): they cancel out.",
  "file.protected":
    "the file is locked with a password or of the format before Excel 2007; open it in Excel and save it without a password as “Excel Workbook (.xlsx)”.",
  "file.unreadable":
    "the file cannot be read as an .xlsx workbook; open it in Excel and save it as “Excel Workbook (.xlsx)”.",
  "goalposts.absent":
    "“{indicator}” has no Low and High, which goalposts need; the least and greatest values of the data are taken.",
  "goalposts.outside":
    "{count} values of “{indicator}” lie outside its goalposts {low} to {high} and are cut to the scale.",
  "host.refused": "Excel refused {action}: {reason}",
  "impute.coarser-group":
    "“{unit}” at “{indicator}”: no value in its own group, so that of “{label}” ({column}) is taken.",
  "impute.filled": "the missing value of “{unit}” at “{indicator}” is filled with {value}.",
  "impute.group-empty":
    "“{unit}” at “{indicator}”: no value in its group, so the value of all units is taken.",
  "impute.mean-instead":
    "“{unit}” at “{indicator}”: there is nothing to estimate it from, so the mean of all units is taken.",
  "impute.no-years":
    "missing values are to be filled from other years, but the data have one year only; nothing is filled. Choose another method or add years.",
  "impute.not-settled":
    "the estimate of the missing values of “{node}” had not settled after {steps} steps; the last step is used.",
  "impute.outside-range":
    "the missing value of “{unit}” at “{indicator}” is estimated as {value}, outside the observed {low} to {high}; check whether it can be.",
  "impute.too-few-units":
    "“{node}” has {units} units with values, too few to estimate from its {indicators} indicators together; their means are taken.",
  "indicator.no-column":
    "no data column is headed “{indicator}” (name or code); the indicator is missing for every unit.",
  "indicator.no-values": "“{indicator}” has no value at all and does not count.",
  "judgement.bad-cell":
    "the judgement “{found}” under “{parent}” is not a number above zero (write 3 or 1/3) and is left out.",
  "judgement.not-reciprocal":
    "under “{parent}”, “{row}” over “{column}” is {one} but “{column}” over “{row}” is {other}, not its reciprocal; their geometric mean is taken.",
  "judgement.unknown-child":
    "“{found}” is no child of “{parent}”; its judgements are left out. Its children: {known}.",
  "judgement.unknown-parent":
    "the matrix titled “{found}” belongs to no node of the framework (nearest: {nearest}) and is left out; write the parent's name or code in its corner.",
  "names.unknown-unit":
    "no unit of the data is called “{found}”; this match is left out. Nearest: {candidates}.",
  "normalise.no-spread":
    "every unit has {value} at “{indicator}”, so it cannot tell them apart; all get the middle of the scale.",
  "panel.no-base-values":
    "“{indicator}” has no value in the base year {year}; its scale is taken from all years.",
  "points.bad-cell":
    "the points “{found}” of “{node}” by {expert} are not a number of zero or more and are left out.",
  "points.unknown-node":
    "“{found}” is no single node of the framework (nearest: {nearest}); its points are left out.",
  "prepare.changed": "“{sheet}” has changed since it was looked at; prepare it again.",
  "prepare.has-framework":
    "the workbook has a framework already, on “{sheet}”; change it there, or delete that sheet to prepare anew.",
  "prepare.no-indicator": "no column is an indicator; choose one at least.",
  "prepare.no-table":
    "no sheet holds a table to prepare: a row of headers, and below it three rows or more with a name and numbers.",
  "prepare.no-units": "no column names the units; choose the one with their names or codes.",
  "rules.unknown-indicator":
    "there is no indicator “{found}” in the framework; the rows below it are left out until the next indicator.",
  "rules.upside-down": "“{indicator}”: the band from {from} to {to} runs backwards and is left out.",
  "robustness.alternative-refuses":
    "Set beside the recipe, {method} leaves {count} units without a score: their values are outside what it is defined for.",
  "robustness.fewer-runs":
    "{count} units had a score in fewer than all {runs} runs (“{unit}” in {scored}): a method that is tried refuses their values. Their intervals are over the runs that scored them.",
  "robustness.too-large":
    "{runs} runs of {units} units are more than fit; choose at most {most} runs on the Settings sheet.",
  "setting.bad-value": "“{setting}” cannot be “{found}”; expected: {expected}. The default is used.",
  "setting.duplicate":
    "the setting “{setting}” stands here a second time (first in {first}); the first counts.",
  "setting.unknown": "there is no setting “{found}”; the nearest is “{nearest}”.",
  "setting.unknown-column":
    "“{setting}” names “{found}”, which is no such column of the data. Known: {known}.",
  "setting.unknown-method": "“{setting}”: there is no method “{found}”. Known: {known}. The default is used.",
  "setting.unknown-parameter": "“{method}” has no parameter “{found}”. Known: {known}.",
  "sheet.gone": "the sheet “{sheet}” is no longer in the workbook.",
  "tree.bad-direction":
    "the direction “{found}” of “{indicator}” is not understood; write positive, negative, ideal or interval. Positive is used.",
  "tree.bad-number": "“{found}” in the column “{column}” is not a number and is left out.",
  "tree.bad-weight": "the weight “{found}” of “{node}” is not a number of zero or more.",
  "tree.cycle":
    "these nodes are each other's parents: {nodes}. Give one of them a parent outside the circle.",
  "tree.duplicate": "“{node}” stands here a second time (first in {first}); this row is left out.",
  "tree.empty": "the framework has no indicator; write one row each, with a name and its parent.",
  "tree.ideal-missing":
    "“{indicator}” has the direction {direction} but no ideal value; fill Ideal low (and Ideal high). It is left out.",
  "tree.low-not-below-high": "“{indicator}”: Low {low} is not below High {high}; both are left out.",
  "tree.no-sheet":
    "no framework was found: a sheet with the columns Name and Parent, or one column a level (一级指标, 二级指标, …).",
  "tree.orphan": "the parent “{parent}” of “{node}” is no row of the framework; this row is left out.",
  "tree.unnamed": "this row of the framework has no name and no code and is left out.",
  "tree.weights-partly-missing":
    "inside “{parent}” some weights are missing ({missing}); all of its children weigh the same.",
  "tree.weights-sum":
    "the weights inside “{parent}” add up to {sum}, not {expected}; they are scaled to fit.",
  "tree.weights-zero": "the weights inside “{parent}” are all zero; its children weigh the same.",
  "treat.changed": "the outlier of “{unit}” at “{indicator}” is changed from {from} to {to}.",
  "treat.still-skewed":
    "“{indicator}” is still skewed after treatment (skewness {skewness}, kurtosis {kurtosis}).",
  "weight.consistency":
    "the judgements under “{parent}” are consistent: λ = {lambda}, CI = {index}, CR = {ratio} < 0.1.",
  "weight.disconnected":
    "the judgements under “{parent}” leave some children without any comparison with the others, so no weights follow; all weigh the same. Fill in the matrix.",
  "weight.dominant":
    "“{child}” takes {share} % of the weight under “{parent}”. With another shift before the logarithm: {shifts}.",
  "weight.few-units":
    "only {count} units have every child of “{parent}”, too few for {method}; its children weigh the same.",
  "weight.inconsistent":
    "the judgements under “{parent}” ({expert}) are inconsistent: CR = {ratio}, not below 0.1. Look first at “{row}” over “{column}”: judged {judged}, the others imply {implied}.",
  "weight.judgements-missing":
    "under “{parent}” nobody judged {pairs}; the weights follow from the other judgements (Harker's rule).",
  "weight.negative-loading":
    "under “{parent}” these run against the rest, with a negative loading: {children}. No weight is negative; setting used: {option}. Check their direction.",
  "weight.no-component":
    "no first component stands out under “{parent}”: its children are uncorrelated; all weigh the same.",
  "weight.no-judgements":
    "no matrix of judgements was found for “{parent}”; its children weigh the same. Add one to the sheet “Judgements”.",
  "weight.no-mean":
    "“{child}” under “{parent}” has a mean of zero, so its coefficient of variation is not defined; the mean of its siblings' is taken.",
  "weight.no-points": "no expert gave points to {missing} under “{parent}”; its children weigh the same.",
  "weight.no-spread":
    "“{child}” under “{parent}” is the same for every unit and gets the weight 0, unless its siblings are too.",
  "weight.shares-unmatched":
    "under “{parent}” {found} shares were given for {expected} weightings; the weightings count equally.",
  "weight.target-missed":
    "under “{parent}” no weights of zero or more give the importance asked for; farthest off is “{child}”: asked {wanted} %, obtained {obtained} %.",
  "write.charts":
    "the sheets are complete, but Excel did not draw the charts: {reason}. Score again to try once more.",
  "write.filters":
    "the sheets are complete, but Excel did not set your filters on them again: {reason}. Please set them once more.",
  "write.interrupted":
    "the work was interrupted. Written: {written}. Not written: {left}. Score again to finish.",
  "write.name-taken":
    "a sheet named “{wanted}” is already there and is not ours; the result is on “{given}”.",
};
