/** The texts that are there more than once. */
export function repeated(texts: Iterable<string>): Set<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const text of texts) (seen.has(text) ? again : seen).add(text);
  return again;
}
