/** So many results are kept; then it begins anew. */
const most = 5000;

/** A pure function of a text that keeps its last few thousand results: the same headers are compared again and again. */
export function remembering<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = compute(text);
    if (known.size >= most) known.clear();
    known.set(text, result);
    return result;
  };
}
