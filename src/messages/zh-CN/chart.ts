import type { en } from "../en/index";

export const charts: (typeof en)["charts"] = {
  tierMeans: {
    title: "{units} 个单位中 {count} 个属{tier}，均值 {mean}",
    description: "柱形图。各梯队{index}的均值及单位数：{tiers}。",
  },
  leading: {
    title: "{first}以 {firstScore} 领先；第 {count} 位为 {lastScore}",
    description:
      "条形图。按名次排列的前 {count} 个单位的{index}，从{first}（{firstScore}）到{last}（{lastScore}），颜色表示梯队。",
  },
  groupMeans: {
    title: "{high}指数均值最高（{highMean}），{low}最低（{lowMean}）",
    description:
      "簇状柱形图。按{column}比较下列各项的均值：{nodes}。{index}均值以{high}最高（{highMean}），{low}最低（{lowMean}）。",
  },
  groupSpread: {
    title: "{group}内部差异最大：半数单位在 {from} 与 {to} 之间",
    description:
      "箱形图。按{column}显示{index}：线从最低单位到最高单位，箱从下四分位数到上四分位数。{group}的箱最长，从 {from} 到 {to}。",
  },
  scatter: {
    rises: "{index}随{covariate}上升（r = {r}，n = {n}）",
    falls: "{index}随{covariate}下降（r = {r}，n = {n}）",
    unrelated: "{index}与{covariate}关系微弱（r = {r}，n = {n}）",
    description: "带线性趋势线的散点图。{n} 个单位，横轴为{covariate}，纵轴为{index}；皮尔逊相关系数 {r}。",
  },
};
