/**
 * The candidates that look most like a word, nearest first; none where all are far from it: more than a third of the
 * letters differ, or of those of an address before its `@`, as colleagues share the rest.
 */
export function nearest(word: string, candidates: readonly string[], most = 3): string[] {
  const sought = word.toLowerCase();
  const [distinctive = sought] = sought.split("@");
  const limit = Math.max(2, Math.floor(distinctive.length / 3));
  return candidates
    .map((candidate) => ({ candidate, distance: distance(sought, candidate.toLowerCase()) }))
    .filter((one) => one.distance <= limit)
    .sort((one, other) => one.distance - other.distance || (one.candidate < other.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** How many letters have to be put in, taken out or changed to make one text of the other. */
function distance(one: string, other: string): number {
  let row = [...Array(other.length + 1).keys()];
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [place, target] of [...other].entries()) {
      const change = (row[place] ?? 0) + (letter === target ? 0 : 1);
      next.push(Math.min(change, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
