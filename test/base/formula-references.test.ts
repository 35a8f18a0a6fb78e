import { mapReferences, moveFormula, type Reference } from "../../src/base/formula-references";

function found(formula: string): string[] {
  const sheets: string[] = [];
  mapReferences(formula, (reference: Reference) => {
    const end = reference.end ? `:${reference.end.row},${reference.end.column}` : "";
    sheets.push(`${reference.sheet ?? ""}!${reference.start.row},${reference.start.column}${end}`);
    return reference;
  });
  return sheets;
}

test.each([
  ["=A1+$B$2", ["!0,0", "!1,1"]],
  ["=SUM(Data!A1:B2)", ["Data!0,0:1,1"]],
  ["='My ''data'' & more'!C3", ["My 'data' & more!2,2"]],
  ["=SUM(B:B)+SUM($3:5)", ["!-1,1:-1,1", "!2,-1:4,-1"]],
  ['="A1 is text"&A2', ["!1,0"]],
  ["=LOG10(A1)+ATAN2(B1,C1)+Rate1x", ["!0,0", "!0,1", "!0,2"]],
  ["=Scores[[#This Row],[A1]]*2+Scores[B2]", []],
  ["=[1]Sheet1!A1+得分!D4", ["得分!3,3"]],
  ["=Q1_total+AB12_x+A1.b", []],
])("the references of %s", (formula, references) => {
  expect(found(formula)).toEqual(references);
});

test("a formula is moved as Excel moves shared ones", () => {
  expect(moveFormula("A1*$B$2+C$3+$D4+SUM(E:E)+SUM($F:F)+SUM(2:2)", 2, 1)).toBe(
    "B3*$B$2+D$3+$D6+SUM(F:F)+SUM($F:G)+SUM(4:4)",
  );
});

test("a lost reference is #REF!, a renamed sheet is quoted when it must be", () => {
  expect(mapReferences("=Gone!A1+B1", (each) => (each.sheet ? null : each))).toBe("=#REF!+B1");
  expect(mapReferences("=Scores!A1", (each) => ({ ...each, sheet: "Scores (2)" }))).toBe("='Scores (2)'!A1");
});
