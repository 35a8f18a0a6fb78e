/** Titles of charts, one message each, and what those hear who do not see them. */
export const charts = {
  tierMeans: {
    title: "{count} of {units} units stand in {tier}, with a mean of {mean}",
    description: "Column chart. Mean of {index} in each tier, with the number of units: {tiers}.",
  },
  leading: {
    title: "{first} leads with {firstScore}; place {count} has {lastScore}",
    description:
      "Bar chart. {index} of the first {count} units in rank order, from {first} ({firstScore}) to {last} ({lastScore}), in the colours of their tiers.",
  },
  groupMeans: {
    title: "{high} has the highest mean index ({highMean}), {low} the lowest ({lowMean})",
    description:
      "Clustered column chart. Means by {column} of: {nodes}. The mean of {index} is highest in {high} ({highMean}) and lowest in {low} ({lowMean}).",
  },
  groupSpread: {
    title: "The index spreads most in {group}: half of its units between {from} and {to}",
    description:
      "Box chart. {index} by {column}: lines from the lowest unit to the highest, boxes from the lower quartile to the upper. The longest box is that of {group}, from {from} to {to}.",
  },
  scatter: {
    rises: "{index} rises with {covariate} (r = {r}, n = {n})",
    falls: "{index} falls with {covariate} (r = {r}, n = {n})",
    unrelated: "{index} hardly goes with {covariate} (r = {r}, n = {n})",
    description:
      "Scatter chart with a straight trend line. Each of {n} units by {covariate} (across) and {index} (up); Pearson correlation {r}.",
  },
};
