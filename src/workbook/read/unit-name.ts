/** Traditional and simplified forms of characters that are common in names of places, in pairs. */
const pairs =
  "廣广東东門门陽阳陰阴寧宁蘇苏滬沪魯鲁遼辽龍龙慶庆貴贵雲云陝陕寶宝濟济瀋沈長长漢汉鄭郑蘭兰臺台灣湾縣县區区鎮镇鄉乡島岛連连營营煙烟濰潍棗枣濱滨澤泽蕪芜懷怀馬马銅铜廬庐溫温紹绍興兴麗丽義义廈厦撫抚贛赣饒饶黃黄岡冈荊荆隨随嶽岳張张婁娄禪禅順顺賀贺來来賓宾欽钦瓊琼榮荣樂乐遠远達达瀘泸綿绵內内資资畢毕節节臨临滄沧紅红瀾澜諾诺顧顾隴陇關关銀银衛卫烏乌爾尔齊齐齋斋賴赖倫伦貝贝錫锡國国華华會会黨党學学萬万豐丰業业頭头鳳凤鶴鹤雞鸡鳥鸟鷹鹰騰腾巖岩綏绥歸归穩稳樺桦許许駐驻滿满圖图們们樓楼橋桥溝沟灘滩澗涧漣涟瀏浏淥渌鹽盐鐵铁鋼钢錦锦蘆芦盤盘韓韩鮮鲜歐欧賢贤閔闵楊杨靜静匯汇閘闸靈灵聖圣眾众總总計计蕭萧諸诸餘余蒼苍縉缙遙遥";
const simplified = new Map<string, string>();
for (let i = 0; i + 1 < pairs.length; i += 2) simplified.set(pairs[i], pairs[i + 1]);

const suffixes =
  /(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|自治旗|地区|林区|新区|省|市|县|区|州|盟|旗|镇|乡)$/;
const articles = /^the\s+|,\s*the$/g;

/** A unit's name in the form in which spellings agree, and the kind of place that stands at its end. */
export interface UnitName {
  readonly base: string;
  readonly suffix: string;
}

/** Width, spaces, punctuation, case, accents and traditional characters do not count; 市, 县, 区 … is put aside. */
export function unitName(name: string): UnitName {
  const plain = [...name.normalize("NFKC").toLowerCase()]
    .map((letter) => simplified.get(letter) ?? letter)
    .join("")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(articles, "")
    .replace(/&/g, "and")
    .replace(/[^\p{L}\p{N}]+/gu, "");
  const suffix = suffixes.exec(plain)?.[0] ?? "";
  const base = plain.slice(0, plain.length - suffix.length);
  // 沙市 without its 市 is a letter, not a name.
  return base.length >= 2 ? { base, suffix } : { base: plain, suffix: "" };
}

/** Whether two spellings can be one name: the same but for the kind of place, which one of them may leave out. */
export function mayBeSame(a: UnitName, b: UnitName): boolean {
  return a.base !== "" && a.base === b.base && (a.suffix === b.suffix || a.suffix === "" || b.suffix === "");
}
