import type { Book, BookFilter, BookTable, FilterCondition } from "../../hosts/xlsx/book";
import { applyFilters, filtersOf } from "../../hosts/xlsx/table-filter";
import { setValue, valueAt } from "../../hosts/xlsx/book";
import type { Excel } from "./excel";
import type { ColumnTarget, NamesTarget, OfficeClass, RangeTarget, TableTarget } from "./office-class";
import {
  OfficeError,
  badArgument,
  flag,
  notFound,
  notImplemented,
  nullObject,
  rangeArgument,
  record,
  text,
  thing,
  whole,
} from "./office-class";
import { contains, heightOf, intersection, placeAt, widthOf } from "./place";

function tablesOf({ sheet }: NamesTarget, book: Book): TableTarget[] {
  return (sheet ? [sheet] : book.sheets).flatMap((on) => on.tables.map((table) => ({ sheet: on, table })));
}
const idOf = (table: BookTable) => table.name;

function findTable(of: NamesTarget, key: unknown, book: Book): TableTarget | undefined {
  const wanted = text(key).toLowerCase();
  return tablesOf(of, book).find(({ table }) => table.name.toLowerCase() === wanted);
}

function mustBeFree(excel: Excel, name: string, except?: BookTable): void {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) || /^[A-Z]{1,3}\d+$/i.test(name))
    throw badArgument();
  const taken =
    tablesOf({ sheet: null }, excel.book).some(
      ({ table }) => table !== except && table.name.toLowerCase() === name.toLowerCase(),
    ) || excel.book.names.some((each) => each.name.toLowerCase() === name.toLowerCase());
  if (taken) {
    throw new OfficeError("InvalidArgument", "The name conflicts with an existing name of a table or range.");
  }
}

/** Excel makes the header cells distinct, non-empty texts. */
function nameHeaders({ sheet, area: a }: RangeTarget): void {
  const seen = new Set<string>();
  for (let column = a.left; column <= a.right; column += 1) {
    const value = valueAt(sheet, a.top, column);
    const wanted = value === null || value === "" ? `Column${column - a.left + 1}` : String(value);
    let given = wanted;
    for (let count = 2; seen.has(given.toLowerCase()); count += 1) given = `${wanted}${count}`;
    seen.add(given.toLowerCase());
    if (given !== value) setValue(sheet, a.top, column, given);
  }
}

function freeName(excel: Excel): string {
  const taken = new Set(tablesOf({ sheet: null }, excel.book).map(({ table }) => table.name.toLowerCase()));
  for (let count = 1; ; count += 1) if (!taken.has(`table${count}`)) return `Table${count}`;
}

export const tableCollection: OfficeClass<NamesTarget> = {
  items: (of, excel) => tablesOf(of, excel.book).map((each) => thing("Table", each)),
  item: (of, key, excel) => {
    const found = findTable(of, key, excel.book);
    if (!found) throw notFound();
    return thing("Table", found);
  },
  get: { Count: (of, excel) => tablesOf(of, excel.book).length },
  call: {
    GetCount: (of, _, excel) => tablesOf(of, excel.book).length,
    GetItem: (of, [key], excel) => tableCollection.item!(of, key, excel),
    GetItemOrNullObject: (of, [key], excel) => {
      const found = findTable(of, key, excel.book);
      return found ? thing("Table", found) : nullObject;
    },
    GetItemAt: (of, [index], excel) => {
      const found = tablesOf(of, excel.book)[whole(index)];
      if (!found) throw notFound();
      return thing("Table", found);
    },
    Add: (of, [place, headers], excel) => {
      const on = of.sheet ?? excel.book.sheets[excel.book.active];
      const target = typeof place === "string" ? placeAt(excel.book, on, place) : rangeArgument(place);
      if (!flag(headers)) throw notImplemented("TableCollection.Add without a header row");
      const { sheet, area: a } = target;
      if (sheet.tables.some((each) => intersection(each, a))) {
        throw new OfficeError("InvalidOperation", "A table cannot overlap another table.");
      }
      nameHeaders(target);
      const table: BookTable = {
        ...a,
        // A table has a row of data at least.
        bottom: Math.max(a.bottom, a.top + 1),
        name: freeName(excel),
        style: "TableStyleMedium2",
        showFilter: true,
        showBandedRows: true,
      };
      sheet.tables.push(table);
      if (sheet.part) sheet.rewritten = true;
      return thing("Table", { sheet, table });
    },
  },
};

export const tableScopedCollection: OfficeClass<RangeTarget> = {
  items: ({ sheet, area: a }) =>
    sheet.tables.filter((table) => intersection(table, a)).map((table) => thing("Table", { sheet, table })),
};

const body = ({ sheet, table }: TableTarget): RangeTarget => ({
  sheet,
  area: { top: table.top + 1, left: table.left, bottom: table.bottom, right: table.right },
});
const all = ({ sheet, table: { top, left, bottom, right } }: TableTarget): RangeTarget => ({
  sheet,
  area: { top, left, bottom, right },
});

export const tableClass: OfficeClass<TableTarget> = {
  id: ({ table }) => idOf(table),
  get: {
    Id: ({ table }) => idOf(table),
    Name: ({ table }) => table.name,
    Style: ({ table }) => table.style,
    ShowFilterButton: ({ table }) => table.showFilter,
    ShowBandedRows: ({ table }) => table.showBandedRows,
    ShowHeaders: () => true,
    ShowTotals: () => false,
  },
  set: {
    Name: ({ table }, value, excel) => {
      mustBeFree(excel, text(value), table);
      table.name = text(value);
    },
    Style: ({ table }, value) => {
      if (!/^TableStyle(Light|Medium|Dark)\d+$|^$/.test(text(value))) throw badArgument();
      table.style = text(value);
    },
    ShowFilterButton: ({ table }, value) => void (table.showFilter = flag(value)),
    ShowBandedRows: ({ table }, value) => void (table.showBandedRows = flag(value)),
  },
  nav: {
    Worksheet: ({ sheet }) => thing("Worksheet", sheet),
    Columns: (of) => thing("TableColumnCollection", of),
  },
  call: {
    GetRange: (of) => thing("Range", all(of)),
    GetHeaderRowRange: (of) =>
      thing("Range", { sheet: of.sheet, area: { ...all(of).area, bottom: of.table.top } }),
    GetDataBodyRange: (of) => thing("Range", body(of)),
    ConvertToRange: (of) => {
      of.sheet.tables.splice(of.sheet.tables.indexOf(of.table), 1);
      return thing("Range", all(of));
    },
    Delete: (of) => {
      of.sheet.tables.splice(of.sheet.tables.indexOf(of.table), 1);
      const { area: a } = all(of);
      for (let row = a.top; row <= a.bottom; row += 1)
        for (let column = a.left; column <= a.right; column += 1) setValue(of.sheet, row, column, null);
    },
    ClearFilters: ({ sheet, table }) => {
      table.filters = undefined;
      for (const [row, each] of sheet.rows) {
        if (row > table.top && row <= table.bottom) sheet.rows.set(row, { ...each, hidden: false });
      }
    },
    Resize: ({ sheet, table }, [place], excel) => {
      const { area: a } =
        typeof place === "string" ? placeAt(excel.book, sheet, place) : rangeArgument(place);
      if (
        a.top !== table.top ||
        heightOf(a) < 2 ||
        !contains(a, { ...table, bottom: a.top, right: table.left })
      )
        throw badArgument();
      Object.assign(table, a);
    },
  },
};

const column = (of: TableTarget, index: number) => {
  if (index >= widthOf(of.table)) throw notFound();
  return thing("TableColumn", { ...of, index });
};
const columnNamed = (of: TableTarget, key: unknown) => {
  if (typeof key === "number") return column(of, key - 1);
  for (let index = 0; index < widthOf(of.table); index += 1) {
    if (String(valueAt(of.sheet, of.table.top, of.table.left + index)) === key) return column(of, index);
  }
  return null;
};
export const tableColumns: OfficeClass<TableTarget> = {
  items: (of) => Array.from({ length: widthOf(of.table) }, (_, index) => column(of, index)),
  item: (of, key) => {
    const found = columnNamed(of, key);
    if (!found) throw notFound();
    return found;
  },
  get: { Count: (of) => widthOf(of.table) },
  call: {
    GetCount: (of) => widthOf(of.table),
    GetItemAt: (of, [index]) => column(of, whole(index)),
    GetItemOrNullObject: (of, [key]) => columnNamed(of, key) ?? nullObject,
  },
};

const spanOf = ({ sheet, table, index }: ColumnTarget): RangeTarget => ({
  sheet,
  area: { top: table.top, bottom: table.bottom, left: table.left + index, right: table.left + index },
});
export const tableColumn: OfficeClass<ColumnTarget> = {
  id: ({ index }) => String(index + 1),
  get: {
    Id: ({ index }) => index + 1,
    Index: ({ index }) => index,
    Name: ({ sheet, table, index }) => valueAt(sheet, table.top, table.left + index),
  },
  nav: { Filter: (of) => thing("Filter", of) },
  call: {
    GetRange: (of) => thing("Range", spanOf(of)),
    GetHeaderRowRange: (of) =>
      thing("Range", { sheet: of.sheet, area: { ...spanOf(of).area, bottom: of.table.top } }),
    GetDataBodyRange: (of) =>
      thing("Range", { sheet: of.sheet, area: { ...spanOf(of).area, top: of.table.top + 1 } }),
  },
};

const extremes = ["TopItems", "TopPercent", "BottomItems", "BottomPercent"];

/** A filter as `Filter.criteria` tells it. */
function criteriaOf(filter: BookFilter): Record<string, unknown> {
  if (filter.kind === "texts") return { filterOn: "Values", values: [...filter.texts] };
  if (filter.kind === "extremes") {
    const { greatest, percent, count } = filter;
    const filterOn = `${greatest ? "Top" : "Bottom"}${percent ? "Percent" : "Items"}`;
    return { filterOn, criterion1: String(count) };
  }
  const [criterion1, criterion2] = filter.conditions.map(({ operator, value }) => operator + value);
  const second = criterion2 === undefined ? {} : { criterion2, operator: filter.every ? "And" : "Or" };
  return { filterOn: "Custom", criterion1, ...second };
}

function filterBy({
  filterOn,
  values,
  criterion1,
  criterion2,
  operator,
}: Record<string, unknown>): BookFilter {
  if (filterOn === "Values" && Array.isArray(values)) return { kind: "texts", texts: values.map(String) };
  if (extremes.includes(String(filterOn))) {
    const [greatest, percent] = [String(filterOn).startsWith("Top"), String(filterOn).endsWith("Percent")];
    return { kind: "extremes", greatest, percent, count: whole(Number(criterion1), 1) };
  }
  if (filterOn !== "Custom") throw notImplemented(`filters on ${String(filterOn)}`);
  const conditions = [criterion1, criterion2]
    .filter((each) => each !== undefined && each !== null)
    .map((each): FilterCondition => {
      const [, sign = "", value] = /^(<>|<=|>=|<|>|=)?([^]*)$/.exec(text(each))!;
      return { operator: (sign || "=") as FilterCondition["operator"], value };
    });
  return { kind: "conditions", every: operator !== "Or", conditions };
}

/** Filters by texts, by conditions and by rank; other kinds are not in the book. */
export const tableFilter: OfficeClass<ColumnTarget> = {
  get: {
    Criteria: ({ table, index }) => {
      const filter = table.filters?.get(index);
      return filter ? criteriaOf(filter) : {};
    },
  },
  call: {
    Apply: ({ sheet, table, index }, [given], excel) => {
      const filter = filterBy(record(given));
      const header = String(valueAt(sheet, table.top, table.left + index) ?? "");
      const filters = new Map([...filtersOf(sheet, table), [header, filter]]);
      applyFilters(excel.book, sheet, table, filters);
      if (sheet.part) sheet.rewritten = true;
    },
  },
};
