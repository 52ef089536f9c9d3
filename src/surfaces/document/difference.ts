/** The one stretch in which two texts differ: start and end in the first, and what the second has there. */
export function difference(before: string, after: string): readonly [start: number, end: number, content: string] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let same = 0;
  const most = Math.min(before.length, after.length) - start;
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return [start, before.length - same, after.slice(start, after.length - same)];
}
