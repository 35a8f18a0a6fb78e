/**
 * Whether a text is the same in whatever form texts are compared: printable ASCII, Western European letters and Chinese
 * characters, single spaces between them. Most texts are, and this is quicker than a pattern.
 */
export function isPlain(text: string): boolean {
  let previous = 32;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const isSpace = code === 32 && previous !== 32;
    if (!isSpace && !isPlainLetter(code)) return false;
    previous = code;
  }
  return previous !== 32;
}

function isPlainLetter(code: number): boolean {
  return (code > 32 && code < 127) || (code >= 0xc0 && code <= 0xff) || (code >= 0x4e00 && code <= 0x9fff);
}
