/** Traditional and simplified forms of characters that are common in names of places, in pairs. */
const pairs =
  "廣广東东門门陽阳陰阴寧宁蘇苏滬沪魯鲁遼辽黑黑龍龙慶庆貴贵雲云藏藏陝陕寶宝濟济瀋沈長长漢汉鄭郑蘭兰臺台台台灣湾縣县區区州州鎮镇鄉乡島岛海海連连營营煙烟濰潍棗枣濱滨澤泽蕪芜懷怀馬马銅铜滁滁廬庐溫温紹绍興兴麗丽衢衢義义廈厦莆莆漳漳龍龙撫抚贛赣饒饶襄襄陽阳黃黄岡冈鄂鄂恩恩荊荆門门隨随嶽岳張张婁娄邵邵韶韶揭揭陽阳雲云潮潮惠惠珠珠佛佛禪禅順顺德德柳柳賀贺來来賓宾欽钦瓊琼儋儋榮荣樂乐攀攀遠远達达瀘泸綿绵遂遂內内資资畢毕節节銅铜麗丽曲曲靖靖臨临滄沧紅红瀾澜諾诺蒙蒙顧顾隴陇蘭兰嘉嘉峪峪關关慶庆陽阳銀银衛卫烏乌魯鲁爾尔齊齐齋斋喀喀賴赖倫伦貝贝鄂鄂達达錫锡盟盟興兴國国華华會会黨党學学萬万豐丰業业頭头鳳凤鶴鹤雞鸡鳥鸟鷹鹰騰腾岩岩巖岩綏绥歸归穩稳樺桦濮濮漯漯許许駐驻馬马店店滿满澳澳圖图們们樓楼橋桥溝沟灘滩澗涧漣涟瀏浏淥渌鹽盐鐵铁鋼钢錦锦葫葫蘆芦盤盘錦锦韓韩朝朝鮮鲜歐欧賢贤奉奉閔闵楊杨靜静徐徐匯汇虹虹閘闸靈灵聖圣眾众總总計计蕭萧諸诸暨暨岱岱嵊嵊餘余姚姚蒼苍瑞瑞縉缙遙遥";
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
