import type { Evidence } from "./classify-column";

/** A word in an indicator's name that tells which way is better. */
export interface DirectionGuess {
  readonly direction: "positive" | "negative";
  /** The word as it stands in the name; "" when none tells. */
  readonly word: string;
}

/** What turns a bad thing into a good one: "污水处理率", "emission reduction". */
const turning =
  /处理|治理|减排|减少|下降率|降低|降幅|达标|脱贫|减贫|防治|无害化|回收|覆盖|控制率|破案|修复|利用率|reduc|treat|recover|recycl|decline|decrease|prevent|control of|protection|coverage|complian|absence|freedom from|resilien|-adjusted/i;
const negative = new RegExp(
  [
    "失业|生师比|死亡|夭折|污染|排放|犯罪|刑事案件|发案|违法|事故|伤亡|火灾|灾害|贫困|文盲|辍学|失学|基尼|差距|不平等|腐败|通胀|通货膨胀|负债|债务|赤字|不良贷款|逾期|坏账|投诉|信访|拥堵|噪声|雾霾|酸雨|PM\\s?2\\.?5|PM\\s?10|二氧化硫|二氧化氮|臭氧|化学需氧量|氨氮|能耗|水耗|物耗|煤耗|地耗|耗能|发病|患病|感染|病死|空置|流失|荒漠化|水土流失|退化|抚养比|等待时间|通勤时间|办理时限|违约|成本|费用率|返贫|债务率|负担|价格指数|房价收入比",
    "unemploy\\w*|mortality|deaths?|die|fatalit\\w+|pollut\\w+|emissions?|greenhouse|carbon dioxide|CO2|PM\\s?2\\.?5|PM\\s?10|SO2|NO[x2]|crimes?|homicides?|murders?|theft|accidents?|injur\\w+|casualt\\w+|disasters?|poverty|poor|illitera\\w+|drop-?outs?|gini|inequalit\\w+|inequit\\w+|gap|corrupt\\w*|inflation|debt|deficit|bankruptc\\w+|default|complaints?|congestion|noise|energy intensity|disease|incidence|prevalence|infection|malnutrition|undernourish\\w*|stunting|wasting|obesity|suicides?|homeless\\w*|slums?|deprivation|vulnerab\\w+|exposure|hazard|risk|loss(?:es)?|waste(?! ?water treat)|deforestation|erosion|tariffs?|barriers?|waiting|commut\\w+ time|days to|cost of|conflict|violence|refugees|displaced|dependency ratio|pupil.teacher ratio|child labou?r|NEET|early marriage|adolescent birth",
    "pobreza|mortalidad|muertes?|desnutrici[oó]n|anemia|desempleo|contaminaci[oó]n|analfabet\\w+|delitos?|homicidios?|vulnerabilidad|inseguridad|deserci[oó]n|bajo peso",
  ].join("|"),
  "i",
);
const positive =
  /覆盖率|达标率|绿化|优良|满意|增长|增速|人均可支配收入|预期寿命|毛入学|受教育|专利|研发|就业|literacy|life expectancy|schooling|enrol\w*|income|satisfaction|coverage|growth|employment|access|patents?|freedom|rule of law/i;

/**
 * The direction that an indicator's name suggests. A bad thing (失业, 污染, mortality) makes it negative unless a word of
 * mending (处理率, reduction) stands beside it; everything else is positive.
 */
export function guessDirection(name: string): DirectionGuess {
  const text = name.normalize("NFKC");
  const mending = turning.exec(text);
  const bad = negative.exec(text);
  if (bad)
    return mending ? { direction: "positive", word: mending[0] } : { direction: "negative", word: bad[0] };
  return { direction: "positive", word: positive.exec(text)?.[0] ?? mending?.[0] ?? "" };
}

/** The direction with the evidence for it. */
export function directionOf(name: string): {
  direction: "positive" | "negative";
  directionWhy: Evidence;
} {
  const { direction, word } = guessDirection(name);
  const code = word === "" ? "no-word" : direction === "negative" ? "word-negative" : "word-positive";
  return { direction, directionWhy: { code, params: { word } } };
}
