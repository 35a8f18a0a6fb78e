import { aggregators, defaultRecipe, normalisers } from "../../src/engine/index";
import { newBook, type Book } from "../../src/hosts/xlsx/book";
import { addReadMe, addSettings, addTableSheet, type SampleColumn } from "./sheet";

/** An empty workbook to fill in, explained in both languages. */
export function templateBook(): Book {
  const book = newBook();
  addReadMe(book, "Read me", "A composite index to fill in", "可直接填写的综合指数工作簿", [
    [
      "How to begin",
      "1. Indicators: one row for the index and for every node below it, each with its parent.\n2. Data: one row a unit; head one column for each indicator, by its code or name. Text columns become groups, other number columns are related to the index.\n3. Settings: how the index is made; every value may stay as it is.\n4. Score. The results come on sheets of their own; these three stay as you wrote them.",
    ],
    [
      "如何开始",
      "1. Indicators（指标体系）：指数及其下的每个指标各占一行，写明上级。\n2. Data（数据）：每个单位一行；每个指标一列，列标题写指标代码或名称。文本列作为分组，其他数值列作为相关变量。\n3. Settings（设置）：指数的算法，可全部保留默认值。\n4. 点击“评分”。结果写在新的工作表上，这三张表不会被改动。表名和列标题也可以写成中文。",
    ],
    ["Code 代码", "A short name of your own, unique.  自定的简短代号，不可重复。"],
    ["Name 名称", "Name of the index, dimension or indicator.  指数、维度或指标的名称。"],
    [
      "Parent 上级",
      "Code or name of the row above it in the tree; blank for the index.  上级的代码或名称；指数本身留空。",
    ],
    [
      "Weight 权重",
      "Fractions, percents or points, inside one parent. All blank: equal.  同一上级内的权重，小数、百分数或分值均可；全部留空为等权。",
    ],
    [
      "Direction 方向",
      "positive: more is better; negative: less is better; ideal: one best value; interval: best between two.  positive 正向；negative 逆向；ideal 适度；interval 区间。也可写中文。",
    ],
    ["Unit 单位", "Unit of measurement, for the reader.  计量单位，供阅读。"],
    ["Low, High 下限、上限", "Goalposts for the method goalposts.  “goalposts”（阈值法）所用的下限与上限。"],
    [
      "Ideal low, high 适度值",
      "Best value (Ideal low alone) or best interval.  适度值（只填 Ideal low），或最优区间的两端。",
    ],
    ["Denominator 分母", "Header of a data column that the values are divided by.  用作除数的数据列标题。"],
    ["Normalisation 标准化", "Only where it differs from Settings.  仅在与“设置”不同时填写。"],
    [
      "Aggregation 合成",
      "For a node: how its children make it, where it differs from Settings.  该节点由下级合成的方法，仅在与“设置”不同时填写。",
    ],
  ]);
  const blank = (header: string, width: number, more: Partial<SampleColumn> = {}): SampleColumn => ({
    header,
    width,
    cells: [],
    ...more,
  });
  const right = { align: "right" } as const;
  addTableSheet(book, {
    name: "Indicators",
    title: "Indicators  指标体系",
    subtitle:
      "One row a node, the index first. Required: Name (or Code) and Parent.  每行一个节点，首行为指数；必填：名称（或代码）与上级。",
    table: "Framework",
    freezeColumns: 2,
    blankRows: 60,
    columns: [
      blank("Code", 12),
      blank("Name", 36),
      blank("Parent", 14),
      blank("Weight", 9, { style: right }),
      blank("Direction", 12, { options: ["positive", "negative", "ideal", "interval"] }),
      blank("Unit", 14),
      blank("Low", 9, { style: right }),
      blank("High", 9, { style: right }),
      blank("Ideal low", 10, { style: right }),
      blank("Ideal high", 10, { style: right }),
      blank("Denominator", 14),
      blank("Normalisation", 18, { options: normalisers.map((method) => method.key) }),
      blank("Aggregation", 14, { options: aggregators.map((method) => method.key) }),
      blank("Note", 30),
    ],
  });
  addTableSheet(book, {
    name: "Data",
    title: "Data  数据",
    subtitle:
      "One row a unit; add a column for each indicator, headed by its code or name.  每行一个单位；每个指标加一列，列标题为其代码或名称。",
    table: "Units",
    freezeColumns: 2,
    blankRows: 200,
    columns: [blank("Name", 30), blank("Code", 12), blank("Group", 18)],
  });
  addSettings(book, defaultRecipe, "en");
  return book;
}
