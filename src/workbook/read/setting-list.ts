/** Names as a setting lists them, "none" for no name at all: one that has separators stands in quotation marks. */
export function writeList(names: readonly string[]): string {
  const quoted = (name: string) => (name.includes('"') ? `“${name}”` : `"${name}"`);
  return names.length === 0
    ? "none"
    : names.map((name) => (/[,;，、；]/.test(name) ? quoted(name) : name)).join(", ");
}

const listed = /\s*(?:"([^"]*)"|“([^”]*)”)\s*(?=[,;，、；\n]|$)|([^,;，、；\n]+)/g;

/** Names between separators; one that has separators of its own stands in quotation marks. */
export function list(text: string): string[] {
  return [...text.matchAll(listed)]
    .map(([, straight, curly, plain]) => (straight ?? curly ?? plain).trim())
    .filter(Boolean);
}
