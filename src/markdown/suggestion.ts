const MAX_SUGGESTIONS = 3;

/** “ Did you mean …?” with the names nearest to a mistyped one, or nothing if none is near. */
export function suggestion(unknown: string, known: Iterable<string>): string {
  const furthest = Math.max(2, Math.floor(unknown.length / 3));
  const near = [...new Set(known)]
    .map((name) => ({ name, distance: nameDistance(unknown, name) }))
    .filter(({ distance }) => distance <= furthest)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ name }) => `"${name}"`);
  return near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
}

/** A name that contains the other one is near, however much longer it is. */
function nameDistance(unknown: string, name: string): number {
  if (unknown.length > 2 && (name.includes(unknown) || unknown.includes(name))) return 1;
  return editDistance(unknown, name);
}

/** Levenshtein's distance, one row of the table at a time. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const substitution = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
