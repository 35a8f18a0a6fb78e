import type { ChartAxis } from "../../workbook/document";
import { chartLook } from "../../workbook/write/look";
import { change, only } from "./chart";
import type { AxisTarget, ChartTarget, OfficeClass } from "./office-class";
import { flag, notImplemented, number, text, thing } from "./office-class";

export const chartAxes: OfficeClass<ChartTarget> = {
  nav: {
    CategoryAxis: (of) => thing("ChartAxis", { ...of, axis: "categoryAxis" }),
    ValueAxis: (of) => thing("ChartAxis", { ...of, axis: "valueAxis" }),
  },
};

function changeAxis(of: AxisTarget, to: Partial<ChartAxis>): void {
  change(of, { [of.axis]: { ...of.chart[of.axis], ...to } });
}
export const chartAxis: OfficeClass<AxisTarget> = {
  get: {
    Minimum: ({ chart, axis }) => chart[axis].min ?? "",
    Maximum: ({ chart, axis }) => chart[axis].max ?? "",
    NumberFormat: ({ chart, axis }) => chart[axis].numberFormat ?? "General",
    ReversePlotOrder: ({ chart, axis }) => chart[axis].reversed ?? false,
  },
  set: {
    Minimum: (of, value) => changeAxis(of, { min: value === "" ? undefined : number(value) }),
    Maximum: (of, value) => changeAxis(of, { max: value === "" ? undefined : number(value) }),
    NumberFormat: (of, value) => changeAxis(of, { numberFormat: text(value) }),
    ReversePlotOrder: (of, value) => changeAxis(of, { reversed: flag(value) || undefined }),
    // The book always puts axes and their labels where the other axis begins.
    Position: (of, value) => {
      if (value !== (of.chart[of.axis].reversed ? "Maximum" : "Automatic"))
        throw notImplemented(`ChartAxis.Position ${text(value)}`);
    },
    TickLabelPosition: only("ChartAxis.TickLabelPosition", "High"),
  },
  nav: {
    Title: (of) => thing("ChartAxisTitle", of),
    MajorGridlines: (of) => thing("ChartGridlines", of),
  },
};
export const chartAxisTitle: OfficeClass<AxisTarget> = {
  get: { Text: ({ chart, axis }) => chart[axis].title ?? "" },
  set: { Text: (of, value) => changeAxis(of, { title: text(value) }) },
};
export const chartGridlines: OfficeClass<AxisTarget> = {
  nav: { Format: (of) => thing("ChartGridlinesFormat", of) },
};
export const chartGridlinesFormat: OfficeClass<AxisTarget> = {
  nav: { Line: (of) => thing("ChartGridLine", of) },
};
export const chartGridLine: OfficeClass<AxisTarget> = {
  set: { Color: only("the colour of grid lines", chartLook.grid) },
};
