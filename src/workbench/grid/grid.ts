import type { Area } from "../../base/address";
import { area as areaOf, parseA1 } from "../../base/address";
import type { Book, BookSheet, BookValidation } from "../../hosts/xlsx/book";
import { cellKey, findSheet } from "../../hosts/xlsx/book";
import { isLinkFormula } from "../calculate/formula-text";
import { matrix, textAt } from "../model/cells";
import { element } from "../page/element";
import type { CellEditor } from "./editor";
import { createEditor } from "./editor";
import type { Geometry } from "./geometry";
import { boxOf, gutterWidth, headerHeight, lineAt, measure } from "./geometry";
import { steppedTo } from "./keys";
import type { Scene } from "./paint";
import { paintCells, paintHeaders } from "./paint";

export interface GridEvents {
  readonly onSelect: (area: Area) => void;
  /** A cell was typed in. */
  readonly onEnter: (row: number, column: number, text: string) => void;
  readonly onClear: (area: Area) => void;
  readonly onFollow: (link: Link) => void;
}
/** Where a cell leads: to a place in the book, to the web, or to what a formula of HYPERLINK says. */
export type Link =
  | { readonly reference?: string; readonly address?: string; readonly formula?: undefined }
  | { readonly formula: string };
export interface Grid {
  readonly root: HTMLElement;
  /** Shows a sheet of a book as it is now; the place in view stays when it is the sheet shown before. */
  show(scene: Omit<Scene, "geometry" | "bounds" | "pictures">, selection: Area): void;
  edit(text?: string): void;
  focus(): void;
}

/** The frozen lines and those that scroll have a layer each: corner, top, left, main. */
const layerNames = ["corner", "top", "left", "main"] as const;
type LayerName = (typeof layerNames)[number];

export function createGrid(label: string, events: GridEvents): Grid {
  const layers = Object.fromEntries(
    layerNames.map((name) => [
      name, // Cells are drawn anew at every scroll; the field that is typed in beside them must not be.
      element("div", { class: `layer ${name}` }, element("div")),
    ]),
  ) as Partial<Record<LayerName, HTMLElement>> as Record<LayerName, HTMLElement>;
  const heads = {
    columns: element("div", { class: "heads columns" }),
    frozenColumns: element("div", { class: "heads columns frozen" }),
    rows: element("div", { class: "heads rows" }),
    frozenRows: element("div", { class: "heads rows frozen" }),
  };
  const cursor = element("div", { class: "cursor" });
  const choices = element("select", { class: "choices", hidden: true, tabindex: "-1" });
  const stage = element(
    "div",
    { class: "stage" },
    ...Object.values(layers),
    ...Object.values(heads),
    element("div", { class: "heads origin" }),
  );
  const sizer = element("div", { class: "sizer" });
  const scroller = element("div", { class: "scroller" }, stage, sizer);
  const root = element(
    "div",
    { class: "grid", tabindex: "0", role: "application", "aria-label": label },
    scroller,
  );

  let scene: Scene | null = null;
  let selection: Area = areaOf(0, 0);
  let anchor = { row: 0, column: 0 };
  let editor: CellEditor | null = null;
  let planned = 0;

  const frozen = ({ geometry, sheet }: Scene) => ({
    width: geometry.columns[Math.min(sheet.freeze.columns, geometry.columnCount)],
    height: geometry.rows[Math.min(sheet.freeze.rows, geometry.rowCount)],
  });

  const paint = () => {
    planned = 0;
    if (!scene) return;
    const { geometry, sheet } = scene;
    const gutter = gutterWidth(geometry);
    const { width, height } = { width: scroller.clientWidth, height: scroller.clientHeight };
    stage.style.width = `${width}px`;
    stage.style.height = `${height}px`;
    sizer.style.width = `${geometry.columns[geometry.columnCount] + gutter}px`;
    sizer.style.height = `${geometry.rows[geometry.rowCount] + headerHeight}px`;
    const fixed = frozen(scene);
    const { scrollLeft, scrollTop } = scroller;
    const { rows: frozenRows, columns: frozenColumns } = sheet.freeze;
    const rows = span(
      geometry.rows,
      frozenRows,
      fixed.height + scrollTop,
      height - headerHeight - fixed.height,
    );
    const columns = span(
      geometry.columns,
      frozenColumns,
      fixed.width + scrollLeft,
      width - gutter - fixed.width,
    );
    const place = (
      layer: HTMLElement,
      left: number,
      top: number,
      layerWidth: number,
      layerHeight: number,
    ) => {
      layer.style.cssText = `left:${left}px;top:${top}px;width:${Math.max(0, layerWidth)}px;height:${Math.max(0, layerHeight)}px`;
    };
    const bodyLeft = gutter + fixed.width;
    const bodyTop = headerHeight + fixed.height;
    place(layers.corner, gutter, headerHeight, fixed.width, fixed.height);
    place(layers.top, bodyLeft, headerHeight, width - bodyLeft, fixed.height);
    place(layers.left, gutter, bodyTop, fixed.width, height - bodyTop);
    place(layers.main, bodyLeft, bodyTop, width - bodyLeft, height - bodyTop);
    const scrolledLeft = geometry.columns[frozenColumns] + scrollLeft;
    const scrolledTop = geometry.rows[frozenRows] + scrollTop;
    const fixedRows = { from: 0, to: frozenRows - 1 };
    const fixedColumns = { from: 0, to: frozenColumns - 1 };
    const draw = (layer: HTMLElement, r: Span, c: Span, offsetLeft: number, offsetTop: number) =>
      paintCells(layer.firstElementChild as HTMLElement, scene!, {
        area: { top: r.from, bottom: r.to, left: c.from, right: c.to },
        offsetLeft,
        offsetTop,
      });
    draw(layers.corner, fixedRows, fixedColumns, 0, 0);
    draw(layers.top, fixedRows, columns, scrolledLeft, 0);
    draw(layers.left, rows, fixedColumns, 0, scrolledTop);
    draw(layers.main, rows, columns, scrolledLeft, scrolledTop);
    place(heads.columns, bodyLeft, 0, width - bodyLeft, headerHeight);
    place(heads.frozenColumns, gutter, 0, fixed.width, headerHeight);
    place(heads.rows, 0, bodyTop, gutter, height - bodyTop);
    place(heads.frozenRows, 0, headerHeight, gutter, fixed.height);
    (stage.lastElementChild as HTMLElement).style.cssText = `width:${gutter}px;height:${headerHeight}px`;
    const inRows = { from: selection.top, to: selection.bottom };
    const inColumns = { from: selection.left, to: selection.right };
    paintHeaders(heads.columns, geometry, "column", { ...columns, offset: scrolledLeft }, inColumns);
    paintHeaders(heads.frozenColumns, geometry, "column", { ...fixedColumns, offset: 0 }, inColumns);
    paintHeaders(heads.rows, geometry, "row", { ...rows, offset: scrolledTop }, inRows);
    paintHeaders(heads.frozenRows, geometry, "row", { ...fixedRows, offset: 0 }, inRows);
    layers.main.classList.toggle("under", frozenRows > 0);
    layers.main.classList.toggle("beside", frozenColumns > 0);
    drawCursor(scrolledLeft, scrolledTop);
  };

  /** The frame around the selection stands in the layer that its first cell is in. */
  const drawCursor = (scrolledLeft: number, scrolledTop: number) => {
    if (!scene) return;
    const { geometry, sheet } = scene;
    const isTop = selection.top < sheet.freeze.rows;
    const isLeft = selection.left < sheet.freeze.columns;
    const layer = layers[isTop ? (isLeft ? "corner" : "top") : isLeft ? "left" : "main"];
    const box = boxOf(geometry, selection);
    const left = box.left - (isLeft ? 0 : scrolledLeft);
    const top = box.top - (isTop ? 0 : scrolledTop);
    cursor.style.cssText = `left:${left - 1}px;top:${top - 1}px;width:${box.width + 1}px;height:${box.height + 1}px`;
    layer.append(cursor);
    const validation = sheet.validations.find((each) => holds(each, selection.top, selection.left));
    choices.hidden = !validation;
    if (validation) {
      choices.replaceChildren(
        element("option", { value: "" }),
        ...optionsOf(scene.book, sheet, validation).map((each) => element("option", {}, each)),
      );
      choices.style.cssText = `left:${left + box.width}px;top:${top}px;height:${box.height}px`;
      layer.append(choices);
    }
    editor?.place(left, top, box.width, box.height, layer);
  };
  const later = () => void (planned ||= requestAnimationFrame(paint));

  const reveal = (row: number, column: number) => {
    if (!scene) return;
    const { geometry, sheet } = scene;
    const fixed = frozen(scene);
    const box = boxOf(geometry, areaOf(row, column));
    const room = {
      width: scroller.clientWidth - gutterWidth(geometry) - fixed.width,
      height: scroller.clientHeight - headerHeight - fixed.height,
    };
    if (column >= sheet.freeze.columns) {
      const left = box.left - fixed.width;
      if (left < scroller.scrollLeft) scroller.scrollLeft = left;
      else if (left + box.width > scroller.scrollLeft + room.width)
        scroller.scrollLeft = left + box.width - room.width;
    }
    if (row >= sheet.freeze.rows) {
      const top = box.top - fixed.height;
      if (top < scroller.scrollTop) scroller.scrollTop = top;
      else if (top + box.height > scroller.scrollTop + room.height)
        scroller.scrollTop = top + box.height - room.height;
    }
  };

  const select = (next: Area, shown = { row: next.top, column: next.left }) => {
    selection = next;
    reveal(shown.row, shown.column);
    later();
    events.onSelect(next);
  };
  const moveTo = (row: number, column: number, extend = false) => {
    if (!scene) return;
    const to = {
      row: Math.max(0, Math.min(scene.geometry.rowCount - 1, row)),
      column: Math.max(0, Math.min(scene.geometry.columnCount - 1, column)),
    };
    if (!extend) anchor = to;
    const next = {
      top: Math.min(anchor.row, to.row),
      bottom: Math.max(anchor.row, to.row),
      left: Math.min(anchor.column, to.column),
      right: Math.max(anchor.column, to.column),
    };
    select(next, to);
  };

  /** The cell under the pointer. */
  const cellAt = (event: MouseEvent) => {
    if (!scene) return null;
    const { geometry } = scene;
    const bounds = scroller.getBoundingClientRect();
    const x = event.clientX - bounds.left - gutterWidth(geometry);
    const y = event.clientY - bounds.top - headerHeight;
    if (x < 0 || y < 0 || x > scroller.clientWidth || y > scroller.clientHeight) return null;
    const fixed = frozen(scene);
    return {
      row: lineAt(geometry.rows, y < fixed.height ? y : y + scroller.scrollTop),
      column: lineAt(geometry.columns, x < fixed.width ? x : x + scroller.scrollLeft),
    };
  };

  const edit = (text?: string) => {
    if (!scene || editor) return;
    const { sheet } = scene;
    const { row, column } = anchor;
    const before = sheet.formulas.get(cellKey(row, column)) ?? String(sheet.values[row]?.[column] ?? "");
    selection = areaOf(row, column);
    editor = createEditor(text ?? before, {
      onDone: (typed, step) => {
        editor = null;
        if (typed !== null && typed !== before) events.onEnter(row, column, typed);
        root.focus();
        moveTo(row + step.rows, column + step.columns);
      },
    });
    // The field takes the keys from here on, also those that come before the next drawing.
    paint();
  };

  scroller.addEventListener("scroll", later);
  new ResizeObserver(later).observe(scroller);
  stage.addEventListener("mousedown", (event) => {
    const cell = cellAt(event);
    if (!cell || event.button !== 0 || event.target === choices || editor?.owns(event.target)) return;
    moveTo(cell.row, cell.column, event.shiftKey);
    const link = scene && linkAt(scene.sheet, cell.row, cell.column);
    const drag = (moved: MouseEvent) => {
      const to = cellAt(moved);
      if (to) moveTo(to.row, to.column, true);
    };
    const stop = () => {
      window.removeEventListener("mousemove", drag);
      if (link && selection.top === selection.bottom && selection.left === selection.right)
        events.onFollow(link);
    };
    window.addEventListener("mousemove", drag);
    window.addEventListener("mouseup", stop, { once: true });
  });
  stage.addEventListener("dblclick", () => edit());
  choices.addEventListener("change", () => {
    events.onEnter(anchor.row, anchor.column, choices.value);
    root.focus();
  });
  root.addEventListener("keydown", (event) => {
    if (!scene || editor || event.target !== root) return;
    if (event.key === "Process") {
      // A Chinese text begins: the input method goes on in the field.
      edit("");
      return;
    }
    if (event.key === "F2") edit();
    else if (event.key === "Delete" || event.key === "Backspace") events.onClear(selection);
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) edit(event.key);
    else {
      const from = event.shiftKey && event.key.startsWith("Arrow") ? far(selection, anchor) : anchor;
      const page = Math.max(1, Math.floor(scroller.clientHeight / 20) - 2);
      const to = steppedTo(event, from, scene.sheet, page);
      if (!to) return;
      moveTo(to.row, to.column, event.shiftKey && event.key.startsWith("Arrow"));
    }
    event.preventDefault();
  });

  let lastSheet: BookSheet | null = null;
  return {
    root,
    show: (given, selected) => {
      const geometry: Geometry = measure(given.book, given.sheet);
      scene = { ...given, geometry, bounds: new Map(), pictures: new Map() };
      if (lastSheet !== given.sheet) {
        lastSheet = given.sheet;
        scroller.scrollTo(0, 0);
        paint();
      }
      const moved = selected.top !== selection.top || selected.left !== selection.left;
      selection = selected;
      if (moved) {
        anchor = { row: selected.top, column: selected.left };
        // The sizes that scrolling needs are on the page only after a drawing.
        paint();
        reveal(selected.top, selected.left);
      }
      later();
    },
    edit,
    focus: () => root.focus(),
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}
/** The lines after the frozen ones that are in view. */
function span(edges: Float64Array, first: number, from: number, size: number): Span {
  return { from: Math.max(first, lineAt(edges, from)), to: lineAt(edges, from + Math.max(0, size)) };
}

const holds = (area: Area, row: number, column: number) =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

/** What a drop-down offers: its own list, or the texts of the cells that it names. */
function optionsOf(book: Book, sheet: BookSheet, { options }: BookValidation): string[] {
  if (typeof options !== "string") return options;
  const place = parseA1(options);
  const from = place?.sheet ? findSheet(book, place.sheet) : sheet;
  if (!place || !from) return [];
  return (matrix(place, (row, column) => textAt(book, from, row, column)) ?? []).flat();
}

function linkAt(sheet: BookSheet, row: number, column: number): Link | undefined {
  const formula = sheet.formulas.get(cellKey(row, column));
  if (formula && isLinkFormula(formula)) return { formula };
  return sheet.links.find((each) => each.row === row && each.column === column);
}

/** The corner of a selection across from where it began. */
function far(area: Area, anchor: { row: number; column: number }) {
  return {
    row: area.top === anchor.row ? area.bottom : area.top,
    column: area.left === anchor.column ? area.right : area.left,
  };
}
