import {
  choose,
  combine,
  defaultPlan,
  evaluator,
  panelReference,
  performPiece,
  piecesOf,
  robustnessJob,
  scorePanel,
  type Study,
} from "../../../src/engine/index";
import { asemStudy, recipe } from "../../oracles/asem";

const later = asemStudy();
/** Another year of the same units: every value a tenth lower, which moves the common scale. */
const earlier: Study = { ...later, values: later.values.map((value) => value * 0.9) };
const own = recipe({ treatment: choose("winsorise"), tiers: choose("cut-offs", { values: [55, 45] }) });

test.each(["pooled", "own", "2020"])("a year on the scale %s is explored as it was scored", (scale) => {
  const panel = scorePanel(
    [
      { year: "2020", study: earlier },
      { year: "2021", study: later },
    ],
    own,
    scale,
  );
  const result = panel.results[1];
  const job = robustnessJob(result, { ...defaultPlan, runs: 20, weights: null }, panelReference(panel));
  const runs = evaluator(job);
  expect([...runs.nominal.scores]).toEqual([...result.score]);
  expect(runs.nominal.ranks).toEqual(result.rank);
  expect(runs.nominal.tierOf).toEqual(result.tierOf);
  const found = combine(
    runs,
    piecesOf(job).map((piece) => performPiece(runs, piece)),
  );
  expect([...found.scoreMedian]).toEqual([...result.score]);
});
