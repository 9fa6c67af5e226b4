const MAX_SUGGESTIONS = 3;

/** “ Did you mean …?” with the names nearest to a mistyped one, or nothing if none is near. */
export function suggestion(unknown: string, known: Iterable<string>): string {
  const near = [...new Set(known)]
    .map((name) => ({ name, distance: editDistance(unknown, name) }))
    .filter(({ name, distance }) => isNear(unknown, name, distance))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ name }) => `"${name}"`);
  return near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
}

/** A few letters apart, or the one name within the other. */
function isNear(unknown: string, name: string, distance: number): boolean {
  if (distance <= Math.max(2, Math.floor(unknown.length / 3))) return true;
  return unknown.length > 2 && (name.includes(unknown) || unknown.includes(name));
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
