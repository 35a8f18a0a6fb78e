import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xorshift128plus } from "pure-rand/generator/xorshift128plus";

/**
 * Makes indicator values for 680 real cities that agree with every figure the 2022 article on the modernisation of urban
 * governance prints, and with nothing else: the article's own data are not published. Seeded, so that the sample is the
 * same each time.
 *
 * First each city gets an index score (tiers, tails, regions and the 长三角 median are set here), then 27 indicator scores
 * are fitted to it and to the printed class means by moving, in turn, cities and classes onto their targets; last, scores
 * are turned back into measured values through the framework's goalposts.
 */

export interface City {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly region: string;
  readonly class: string;
  readonly cluster: string;
}

export interface FrameworkLine {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly code: string;
  readonly weight: number;
  readonly direction: string;
  readonly low: number;
  readonly high: number;
  readonly idealLow: number;
  readonly idealHigh: number;
}

const capital = "直辖市、计划单列市和省会城市";
const prefecture = "地级市";
const county = "县级市";

/** Founded last, or under the 兵团: left out so that 383 county-level cities remain, as in the article. */
const leftOut = new Set("新星市 胡杨河市 昆玉市 可克达拉市".split(" "));

/** The article's 680 of the 694 cities known today. */
export function chooseCities(rows: readonly Record<string, string>[]): City[] {
  return rows
    .filter((row) => row.class !== county || (row.in_pcc_858 === "1" && !leftOut.has(row.name_zh)))
    .map((row) => ({
      code: row.code,
      name: row.name_zh,
      province: row.province,
      region: row.region,
      class: row.class,
      cluster: row.cluster,
    }));
}

/** Printed: first tier in order, with their mean of 73.18. */
const firstTier: Record<string, number> = {
  深圳市: 75.6, 广州市: 74.3, 北京市: 73.9, 上海市: 73.0, 杭州市: 71.6, 南京市: 70.68,
}; // prettier-ignore
/** The seven that the article names stand first; six more make the printed thirteen. */
const secondTier =
  "宁波市 成都市 青岛市 合肥市 武汉市 长沙市 福州市 厦门市 天津市 济南市 重庆市 西安市 贵阳市".split(" ");
const secondTierMean = 65.7;
const thirdTier =
  "郑州市 银川市 海口市 哈尔滨市 南昌市 沈阳市 昆明市 大连市 石家庄市 太原市 南宁市 长春市 呼和浩特市 兰州市 乌鲁木齐市 西宁市 拉萨市".split(
    " ",
  );
const thirdTierMean = 54.25;
const topCounties = 66.78;
const bottomCounties = 23.94;
const deltaMedian = 60.92;
/** Where most of the best twenty county-level cities lie. */
const strongProvinces = new Set(["江苏省", "浙江省", "山东省"]);
const regionShift: Record<string, number> = {
  华东: 6.2, 华南: 1.6, 华中: 0.9, 西南: -1.2, 华北: -2.2, 西北: -3.6, 东北: -10.4,
}; // prettier-ignore

/** Class means of nodes, by level-1 or level-2 name or indicator code; printed ones and those that follow from them. */
const classTargets: Record<string, Record<string, number>> = {
  [capital]: { 发展质效: 56.05, 精准治理: 64.2, 人本服务: 70.5, 多元协同: 49.6, 一站式办理能力: 81.14 },
  [prefecture]: {
    发展质效: 56.1,
    精准治理: 58.0,
    人本服务: 62.6,
    多元协同: 31,
    一站式办理能力: 35.55,
    C12: 24.77,
    B21: 61.4,
  },
  [county]: { 多元协同: 29.4, B21: 30.7 },
};
/** Means over all cities; what they leave for the county-level cities is worked out. */
const overall: Record<string, number> = { 发展质效: 51.62, 精准治理: 55.7, 人本服务: 61.88 };

type Random = { uniform(): number; normal(): number };

function random(seed: number): Random {
  const generator = xorshift128plus(seed);
  const uniform = () => uniformFloat64(generator);
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Per city 27 measured values, in the framework's order. */
export function generateCities(
  cities: readonly City[],
  framework: readonly FrameworkLine[],
  seed = 2022,
): number[][] {
  const rng = random(seed);
  const targets = withCounties(cities, framework);
  const scores = indexScores(cities, framework, targets, rng);
  const indicators = fitIndicators(cities, framework, targets, scores, rng);
  return cities.map((_, i) => framework.map((line, j) => measured(line, indicators[j][i], rng)));
}

function withCounties(cities: readonly City[], framework: readonly FrameworkLine[]): typeof classTargets {
  const size = (name: string) => cities.filter((city) => city.class === name).length;
  const counties: Record<string, number> = { ...classTargets[county] };
  for (const [node, value] of Object.entries(overall)) {
    const others =
      size(capital) * classTargets[capital][node] + size(prefecture) * classTargets[prefecture][node];
    counties[node] = (value * cities.length - others) / size(county);
  }
  // The capitals' 发展质效 follows from their tiers, since index and other nodes are printed.
  const weights = levelWeights(framework);
  const tiers = mean([
    ...Object.values(firstTier),
    ...secondTier.map(() => secondTierMean),
    ...thirdTier.map(() => thirdTierMean),
  ]);
  const rest = ["精准治理", "人本服务", "多元协同"].reduce(
    (sum, node) => sum + weights[node] * classTargets[capital][node],
    0,
  );
  const capitals = { ...classTargets[capital], 发展质效: (tiers - rest) / weights["发展质效"] };
  counties["发展质效"] +=
    (size(capital) * (classTargets[capital]["发展质效"] - capitals["发展质效"])) / size(county);
  return { ...classTargets, [capital]: capitals, [county]: counties };
}

function levelWeights(framework: readonly FrameworkLine[]): Record<string, number> {
  const weights: Record<string, number> = {};
  for (const line of framework) weights[line.level1] = (weights[line.level1] ?? 0) + line.weight / 100;
  return weights;
}

function indexScores(
  cities: readonly City[],
  framework: readonly FrameworkLine[],
  targets: typeof classTargets,
  rng: Random,
): number[] {
  const weights = levelWeights(framework);
  const classMean = (name: string) =>
    Object.entries(weights).reduce((sum, [node, weight]) => sum + weight * targets[name][node], 0);
  const scores = cities.map((city) => {
    const strong = city.class === county && strongProvinces.has(city.province) ? 6.5 : 0;
    return 52 + regionShift[city.region] + strong + (city.class === county ? 7 : 4.6) * rng.normal();
  });
  const at = (name: string) => cities.findIndex((city) => city.name === name && city.class === capital);
  for (const [name, score] of Object.entries(firstTier)) scores[at(name)] = score;
  spread(scores, secondTier.map(at), secondTierMean, 60.6, 69.4);
  spread(scores, thirdTier.map(at), thirdTierMean, 47.5, 59.2);

  const prefectures = indices(cities, (city) => city.class === prefecture);
  const delta = prefectures.filter((i) => cities[i].cluster === "长三角");
  const capitalsAbove = indices(cities, (city) => city.class === capital && city.cluster === "长三角").length;
  placeDelta(scores, delta, capitalsAbove, rng);
  const others = prefectures.filter((i) => !delta.includes(i));
  shiftTo(
    scores,
    others,
    (classMean(prefecture) * prefectures.length - sum(scores, delta)) / others.length,
    34,
    69,
  );

  const counties = indices(cities, (city) => city.class === county).sort((a, b) => scores[a] - scores[b]);
  const bottom = counties.slice(0, 20);
  const top = counties.slice(-20);
  const middle = counties.slice(20, -20);
  spread(scores, bottom.reverse(), bottomCounties, 20.5, 27.2);
  spread(scores, top.reverse(), topCounties, 62.9, 72.4);
  shiftTo(
    scores,
    middle,
    (classMean(county) * counties.length - sum(scores, bottom) - sum(scores, top)) / middle.length,
    28,
    62.4,
  );
  return scores;
}

function indices(cities: readonly City[], test: (city: City) => boolean): number[] {
  return cities.flatMap((city, i) => (test(city) ? [i] : []));
}

function sum(values: readonly number[], members: readonly number[]): number {
  return members.reduce((total, i) => total + values[i], 0);
}

/** Gives members, best first, scores that fall evenly from high to low, bent so that their mean is as asked. */
function spread(
  scores: number[],
  members: readonly number[],
  target: number,
  low: number,
  high: number,
): void {
  const n = members.length;
  let bend = 1;
  let step = 0.5;
  const values = () => members.map((_, i) => low + (high - low) * ((n - 1 - i) / (n - 1)) ** bend);
  for (let k = 0; k < 200; k += 1) {
    if (mean(values()) > target) bend *= 1 + step;
    else bend /= 1 + step;
    step *= 0.93;
  }
  const off = target - mean(values());
  values().forEach((value, i) => (scores[members[i]] = value + off));
}

/** 长三角: the five capitals stand above, so that the 13th and 14th of 26 are the eighth and ninth of the others. */
function placeDelta(scores: number[], members: readonly number[], above: number, rng: Random): void {
  const order = [...members].sort((a, b) => scores[b] - scores[a]);
  const middle = 13 - above;
  order.forEach((unit, place) => {
    if (place === middle - 1) scores[unit] = deltaMedian + 0.03;
    else if (place === middle) scores[unit] = deltaMedian - 0.03;
    else if (place < middle - 1)
      scores[unit] = deltaMedian + 0.5 + (middle - 1 - place) * 0.75 + 0.3 * rng.uniform();
    else scores[unit] = deltaMedian - 0.4 - (place - middle) * 0.42 - 0.3 * rng.uniform();
  });
}

/** Moves members alike onto a mean; towards the bounds they are drawn in gently, so that none pile up there. */
function shiftTo(
  values: number[],
  members: readonly number[],
  target: number,
  low: number,
  high: number,
): void {
  const knee = (high - low) / 4;
  const bend = (over: number) => knee * (1 - Math.exp(-over / knee));
  const inside = (value: number) => {
    if (value > high - knee) return high - knee + bend(value - high + knee);
    return value < low + knee ? low + knee - bend(low + knee - value) : value;
  };
  let from = -60;
  let to = 60;
  for (let k = 0; k < 100; k += 1) {
    const shift = (from + to) / 2;
    if (mean(members.map((i) => inside(values[i] + shift))) < target) from = shift;
    else to = shift;
  }
  for (const i of members) values[i] = inside(values[i] + (from + to) / 2);
}

/** Indicators × cities on the scale 0–100. */
function fitIndicators(
  cities: readonly City[],
  framework: readonly FrameworkLine[],
  targets: typeof classTargets,
  scores: readonly number[],
  rng: Random,
): Float64Array[] {
  const highest = framework.map((line) => (line.direction === "interval" ? 100 : 97.5));
  const classes = [capital, prefecture, county].map((name) => ({
    name,
    members: indices(cities, (city) => city.class === name),
  }));
  const values = framework.map((line) => {
    const slope = line.code === "A11" ? 1.5 : 0.7 + 0.6 * rng.uniform();
    const noise = line.code === "A11" ? 10 : 7 + 6 * rng.uniform();
    const offset = 8 * rng.normal();
    return Float64Array.from(cities, (city, i) => {
      const { members } = classes.find(({ name }) => name === city.class)!;
      const centre =
        targets[city.class][line.code] ??
        targets[city.class][line.level2] ??
        targets[city.class][line.level1];
      return (
        centre + offset + slope * (scores[i] - sum(scores, members) / members.length) + noise * rng.normal()
      );
    });
  });
  const clamp = (j: number, value: number) => Math.min(highest[j], Math.max(1.5, value));
  for (const [j, column] of values.entries()) column.forEach((value, i) => (column[i] = clamp(j, value)));

  // Single indicators first, wide nodes last, then the cities: each pass leaves less to mend for the next.
  const blocks = classes.flatMap(({ name, members }) =>
    Object.entries(targets[name])
      .map(([node, target]) => ({
        members,
        target,
        lines: framework.flatMap((line, j) =>
          [line.code, line.level2, line.level1].includes(node) ? [j] : [],
        ),
      }))
      .sort((a, b) => a.lines.length - b.lines.length),
  );
  for (let pass = 0; pass < 4000; pass += 1) {
    let worst = 0;
    for (const { members, target, lines } of blocks) {
      const total = lines.reduce((all, j) => all + framework[j].weight, 0);
      let have = 0;
      for (const j of lines) for (const i of members) have += (framework[j].weight / total) * values[j][i];
      const off = target - have / members.length;
      worst = Math.max(worst, Math.abs(off));
      for (const j of lines) for (const i of members) values[j][i] = clamp(j, values[j][i] + off);
    }
    for (let i = 0; i < cities.length; i += 1) {
      let have = 0;
      for (let j = 0; j < framework.length; j += 1) have += (framework[j].weight / 100) * values[j][i];
      const off = scores[i] - have;
      for (let j = 0; j < framework.length; j += 1) values[j][i] = clamp(j, values[j][i] + off);
      worst = Math.max(worst, Math.abs(off));
    }
    if (worst < 2e-5) break;
  }
  return values;
}

/** The measured value that the framework's goalposts turn into a score, with a sensible number of decimals. */
function measured(line: FrameworkLine, score: number, rng: Random): number {
  const { low, high, direction, idealLow, idealHigh } = line;
  const share = score / 100;
  let value: number;
  if (line.code === "A11") value = Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low)));
  else if (direction === "negative") value = high - share * (high - low);
  else if (direction === "interval") {
    const reach = Math.max(idealLow - low, high - idealHigh);
    const below = idealLow - (1 - share) * reach;
    const side = rng.uniform();
    if (share >= 1) value = idealLow + side * (idealHigh - idealLow);
    else value = below >= low && side < 0.35 ? below : idealHigh + (1 - share) * reach;
  } else value = low + share * (high - low);
  const range = high - low;
  const decimals = range > 1000 ? 0 : range >= 5 ? 2 : range >= 0.5 ? 3 : 5;
  return Number(value.toFixed(decimals));
}
