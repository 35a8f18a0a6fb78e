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
      let gap = 0;
      while (gap < inside.length && !isSpace(inside.charCodeAt(gap))) gap += 1;
      if (gap === inside.length) gap = -1;
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
    let rest = at + name.length;
    if (at > 0 && isSpace(attributes.charCodeAt(at - 1))) {
      while (isSpace(attributes.charCodeAt(rest))) rest += 1;
      if (attributes.charCodeAt(rest) === 61) {
        do rest += 1;
        while (isSpace(attributes.charCodeAt(rest)));
        const end = attributes.indexOf(attributes.charAt(rest), rest + 1);
        return end < 0 ? undefined : unescapeXml(attributes.slice(rest + 1, end));
      }
    }
    at = attributes.indexOf(name, rest);
  }
  return undefined;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
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
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x[0-9a-f]{4}_|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gi;

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

/** An element by where it stands in the text; `end` is behind its closing tag. */
export interface XmlElement {
  readonly tag: string;
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
}

/** The elements directly inside the outermost one. */
export function childElements(xml: string): XmlElement[] {
  const children: XmlElement[] = [];
  let depth = 0;
  let open: { tag: string; attributes: string; start: number } | null = null;
  scanXml(xml, {
    open(tag, attributes, start) {
      depth += 1;
      if (depth === 2) open = { tag, attributes, start };
    },
    close(_tag, end) {
      if (depth === 2 && open) children.push({ ...open, end });
      depth -= 1;
    },
  });
  return children;
}

/** The prefix that a part gives to its own tags, with the colon: "" in most files, "x:" in some. */
export function prefixOf(xml: string, root: string): string {
  return new RegExp(`<([\\w.-]+:)?${root}[\\s/>]`).exec(xml)?.[1] ?? "";
}

/** Gives a part's prefix to tags written without one. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix ? xml.replace(/<(\/?)(?=[A-Za-z][\w.-]*[\s/>])/g, `<$1${prefix}`) : xml;
}

/**
 * Puts elements at the end of a container that is a child of the root, and makes the container when there is none, in
 * the place that the order asks for. Gives the text and how many elements stood there before.
 */
export function appendElements(
  xml: string,
  root: string,
  container: string,
  order: readonly string[],
  elements: readonly string[],
  counted: boolean,
): { readonly xml: string; readonly before: number } {
  const prefix = prefixOf(xml, root);
  const children = childElements(xml);
  const added = withPrefix(elements.join(""), prefix);
  const place = children.find((child) => child.tag === container);
  if (place) {
    const old = xml.slice(place.start, place.end);
    const before = childElements(old).length;
    if (elements.length === 0) return { xml, before };
    const openEnd = old.indexOf(">");
    const empty = old.charAt(openEnd - 1) === "/";
    const head = old.slice(0, empty ? openEnd - 1 : openEnd).replace(/\scount\s*=\s*("[^"]*"|'[^']*')/, "");
    const inside = empty ? "" : old.slice(openEnd + 1, old.lastIndexOf("<"));
    const count = counted ? ` count="${before + elements.length}"` : "";
    const whole = `${head}${count}>${inside}${added}</${prefix}${container}>`;
    return { xml: xml.slice(0, place.start) + whole + xml.slice(place.end), before };
  }
  if (elements.length === 0) return { xml, before: 0 };
  const later = order.slice(order.indexOf(container) + 1);
  const next = children.find((child) => later.includes(child.tag));
  const at = next ? next.start : xml.lastIndexOf("</");
  const count = counted ? ` count="${elements.length}"` : "";
  const whole = `<${prefix}${container}${count}>${added}</${prefix}${container}>`;
  return { xml: xml.slice(0, at) + whole + xml.slice(at), before: 0 };
}
