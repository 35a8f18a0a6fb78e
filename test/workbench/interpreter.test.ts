import { addSheet, newBook, setValue } from "../../src/hosts/xlsx/book";
import { startExcel } from "../../src/workbench/model/excel";
import { model } from "../../src/workbench/model/model";
import { since } from "../../src/workbench/model/since";
import { exchange, mostBytes, startHost } from "../../src/workbench/wire/host";
import { atLeast, isSupported } from "../../src/workbench/wire/requirements";

function hostWith(api: string) {
  const book = newBook();
  setValue(addSheet(book, "Data"), 0, 0, "x".repeat(100));
  return startHost(startExcel(book, api));
}
/** Reads one property of the first sheet's A1, as the library would ask. */
function ask(host: ReturnType<typeof hostWith>, property: string) {
  const ObjectPaths = {
    1: { Id: 1, ObjectPathType: 1, Name: "" },
    2: { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
    3: { Id: 3, ObjectPathType: 5, Name: "", ParentObjectPathId: 2, ArgumentInfo: { Arguments: ["Data"] } },
    4: {
      Id: 4,
      ObjectPathType: 3,
      Name: "GetRange",
      ParentObjectPathId: 3,
      ArgumentInfo: { Arguments: ["A1"] },
    },
  };
  const Actions = [{ Id: 5, ActionType: 2, Name: "", ObjectPathId: 4, QueryInfo: { Select: [property] } }];
  const result = exchange(host, JSON.stringify({ Actions, ObjectPaths }));
  return result.refused === null ? JSON.parse(result.body) : result;
}

test("answers what is asked and nothing else", () => {
  expect(ask(hostWith("1.21"), "values").Results[0].Value).toEqual({ Values: [["x".repeat(100)]] });
});

test("a member that is not there is refused by name", () => {
  expect(ask(hostWith("1.21"), "valuesAsJson").Error).toMatchObject({
    Code: "ApiNotFound",
    Message: "The workbench does not implement Range.valuesAsJson.",
  });
});

test("a request beyond five megabytes is refused", () => {
  expect(exchange(hostWith("1.21"), " ".repeat(mostBytes + 1))).toEqual({
    refused: "RequestPayloadSizeLimitExceeded",
  });
});

test("every member with a version is a member of the model", () => {
  for (const name of Object.keys(since)) {
    const [kind, member] = name.split(".");
    const { get, set, nav, call } = model[kind as keyof typeof model];
    expect([name, member in { ...get, ...set, ...nav, ...call }]).toEqual([name, true]);
  }
});

test("versions are compared by number, levels know their sets", () => {
  expect(atLeast("1.10", "1.9")).toBe(true);
  expect(isSupported("2019", "ExcelApi", "1.8")).toBe(false);
  expect(isSupported("web", "excelapi", "1.21")).toBe(true);
  expect(isSupported("1.9", "SharedRuntime", "1.1")).toBe(false);
});
