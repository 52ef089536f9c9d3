/** Time zones by the numbers with which version 1 names them. */
const names: ReadonlyMap<number, string> = new Map([
  [1, 'Pacific/Honolulu'],
  [7, 'America/Los_Angeles'],
  [21, 'America/New_York'],
  [35, 'America/Sao_Paulo'],
  [56, 'Europe/London'],
  [64, 'Europe/Berlin'],
  [69, 'Europe/Paris'],
  [78, 'Europe/Tallinn'],
  [83, 'Africa/Nairobi'],
  [98, 'Asia/Dubai'],
  [112, 'Asia/Kolkata'],
  [128, 'Asia/Tokyo'],
  [141, 'Australia/Sydney'],
  [150, 'UTC'],
]);

const numbers: ReadonlyMap<string, number> = new Map([...names].map(([id, name]) => [name, id]));

export function timezoneName(id: number): string | undefined {
  return names.get(id);
}

export function timezoneId(name: string): number | undefined {
  return numbers.get(name);
}

export const timezoneNames: readonly string[] = [...names.values()];
