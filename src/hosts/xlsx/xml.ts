/** What a scan meets. Tags come without their prefix; attributes as written, to be asked for with `attribute`. */
export interface XmlEvents {
  open(tag: string, attributes: string, start: number): void;
  text?(text: string): void;
  /** `end` is the offset just behind the closing tag. */
  close?(tag: string, end: number): void;
}

/** Reads XML from front to back. Spreadsheet parts have no document types, so none are understood. */
export function scanXml(xml: string, events: XmlEvents): void {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf("<", at);
    if (open < 0) return;
    if (open > at && events.text) events.text(unescapeXml(xml.slice(at, open)));
    const second = xml.charCodeAt(open + 1);
    if (second === 33 && xml.startsWith("<![CDATA[", open)) {
      const end = xml.indexOf("]]>", open);
      events.text?.(xml.slice(open + 9, end));
      at = end + 3;
      continue;
    }
    if (second === 33 || second === 63) {
      at = xml.startsWith("<!--", open) ? xml.indexOf("-->", open) + 3 : xml.indexOf(">", open) + 1;
      if (at <= open) return;
      continue;
    }
    const end = tagEnd(xml, open);
    if (end < 0) throw new SyntaxError(`unclosed tag at ${open}`);
    if (second === 47) {
      events.close?.(localName(xml.slice(open + 2, end).trimEnd()), end + 1);
    } else {
      const empty = xml.charCodeAt(end - 1) === 47;
      const inside = xml.slice(open + 1, empty ? end - 1 : end);
      const gap = inside.search(/\s/);
      const tag = localName(gap < 0 ? inside : inside.slice(0, gap));
      events.open(tag, gap < 0 ? "" : inside.slice(gap), open);
      if (empty) events.close?.(tag, end + 1);
    }
    at = end + 1;
  }
}

/** Where a tag ends: the first ">" outside quotes, for an attribute may hold one. */
function tagEnd(xml: string, open: number): number {
  const end = xml.indexOf(">", open);
  const quote = xml.indexOf('"', open);
  if (quote < 0 || quote > end) return end;
  let quoted = 0;
  for (let i = quote; i < xml.length; i += 1) {
    const code = xml.charCodeAt(i);
    if (quoted) {
      if (code === quoted) quoted = 0;
    } else if (code === 34 || code === 39) quoted = code;
    else if (code === 62) return i;
  }
  return -1;
}

export function localName(tag: string): string {
  const colon = tag.indexOf(":");
  return colon < 0 ? tag : tag.slice(colon + 1);
}

/** The value of an attribute, by its name as written ("r:id" with its prefix). */
export function attribute(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(name);
  while (at >= 0) {
    const before = attributes.charCodeAt(at - 1);
    const rest = at + name.length;
    if (at > 0 && (before === 32 || before === 10 || before === 13 || before === 9)) {
      const found = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(rest));
      if (found) return unescapeXml(found[1] ?? found[2] ?? "");
    }
    at = attributes.indexOf(name, rest);
  }
  return undefined;
}

/** An attribute by its name without a prefix: the file chooses the prefix of relationship ids. */
export function relationAttribute(attributes: string): string | undefined {
  return /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
}

export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export function escapeXml(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
    : text;
}

/** Spreadsheet texts write what XML cannot hold as _xHHHH_. */
export function decodeText(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
    : text;
}

const unwritable =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x[0-9a-f]{4}_|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gi; // eslint-disable-line no-control-regex

/** The reverse of `decodeText`, escaped for XML; a text that looks like an escape is protected, half a pair is replaced. */
export function encodeText(text: string): string {
  const encoded = text.replace(unwritable, (found) => {
    if (found.length > 1) return `_x005F${found}`;
    const code = found.charCodeAt(0);
    return code >= 0xd800 && code <= 0xdfff
      ? "\ufffd"
      : `_x${code.toString(16).toUpperCase().padStart(4, "0")}_`;
  });
  return escapeXml(encoded);
}
