import { diagnose, score } from "../../../src/engine/index";
import { asemStudy, recipe } from "../../oracles/asem";
import { say } from "../../../src/messages/say";
import { asItIs, small } from "./small-study";

const up = [10, 20, 30, 40, 50, 60, 70, 80];
const almost = [11, 19, 31, 41, 49, 61, 69, 81];
const down = [80, 72, 61, 50, 44, 31, 18, 10];
const other = [40, 10, 60, 30, 20, 70, 50, 15];

test("siblings that say the same, siblings that cancel out, children against and beside their parent", () => {
  const result = score(small([up, almost, down, other], undefined, [4, 4, 1, 1]), asItIs);
  const { issues, siblings } = diagnose(result);
  const said = issues.map((each) => [each.code, say(each, "en")]);
  expect(said.map(([code]) => code)).toEqual([
    "diagnose.child-opposed",
    "diagnose.child-unrelated",
    "diagnose.siblings-alike",
    "diagnose.siblings-opposed",
    "diagnose.siblings-opposed",
  ]);
  expect(said[2][1]).toContain("“I0” and “I1”");
  expect(siblings.map(({ flag }) => flag)).toEqual(["high", "negative", null, "negative", null, "negative"]);
});

test("everything a study has is there, and nothing is a number that is not one", () => {
  const found = diagnose(score(asemStudy(), recipe({})));
  const { nodes } = asemStudy();
  expect(found.withParent.length).toBe(nodes.length - 1);
  expect(found.importances.length).toBe(nodes.length - 1);
  expect(found.structures.length).toBe(nodes.filter(({ children }) => children.length > 1).length);
  expect(found.relations.map(({ column }) => column)).toEqual(["Area", "Energy", "GDP", "Population"]);
  expect(found.inequalities.map(({ column }) => column)).toEqual(["GDP_group", "EurAsia_group"]);
  expect(found.lost).not.toBeNull();
  expect(found.couplings).toEqual([]);
  for (const { alpha, eigenvalues } of found.structures) {
    expect(Number.isFinite(alpha.raw)).toBe(true);
    expect(eigenvalues.reduce((sum, each) => sum + each, 0)).toBeCloseTo(eigenvalues.length, 9);
  }
});

test("a column without spread, one unit, and no units at all are no error", () => {
  const flat = diagnose(score(small([[5, 5, 5], [1, 2, 3]]), asItIs)); // prettier-ignore
  expect(flat.siblings[0].r).toBeNaN();
  expect(flat.structures[0].eigenvalues).toEqual([]);
  expect(flat.issues).toEqual([]);
  expect(() => diagnose(score(small([[5], [1]]), asItIs))).not.toThrow();
  expect(() => diagnose(score(small([[], []]), asItIs))).not.toThrow();
});

test("Spearman's on request", () => {
  const result = score(small([up, up.map((value) => value ** 3 / 6400)]), asItIs);
  expect(diagnose(result).siblings[0].r).toBeLessThan(1);
  expect(diagnose(result, "spearman").siblings[0].r).toBe(1);
});
