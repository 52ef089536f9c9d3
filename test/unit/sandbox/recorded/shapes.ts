/** What kinds of values stand where in a body, over all of its rows. */
export type Shape = ReadonlyMap<string, ReadonlySet<string>>;

const ownField = /^[0-9a-f]{40}/;

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The shape of some bodies together. Rows and maps by id count as one; the company's own fields are left out. */
export function shapeOf(bodies: readonly unknown[]): Shape {
  const shape = new Map<string, Set<string>>();
  const look = (value: unknown, path: string): void => {
    const kinds = shape.get(path) ?? new Set();
    shape.set(path, kinds.add(kindOf(value)));
    if (Array.isArray(value)) for (const item of value) look(item, `${path}[]`);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        if (/^\d+$/.test(key)) look(item, `${path}[]`);
        else if (!ownField.test(key)) look(item, `${path}.${key}`);
      }
    }
  };
  for (const body of bodies) look(body, '');
  return shape;
}

const parentOf = (path: string): string => path.replace(/(\[\]|\.[^.[]+)$/, '');

function extras(shape: Shape, other: Shape, word: string): string[] {
  return [...shape.keys()]
    .filter((path) => !other.has(path) && path.includes('.') && !path.endsWith('[]'))
    .filter((path) => other.get(parentOf(path))?.has('object'))
    .map((path) => `${path} ${word}`);
}

/** Where the shape of our answers is another than that of recorded ones. Null fits everything. */
export function differences(ours: Shape, recorded: Shape): string[] {
  const types = [...ours].flatMap(([path, kinds]) => {
    const known = [...(recorded.get(path) ?? [])].filter((kind) => kind !== 'null');
    const found = [...kinds].filter((kind) => kind !== 'null');
    if (known.length === 0) return [];
    return found.filter((kind) => !known.includes(kind)).map((kind) => `${path} is ${kind}, recorded ${known.join(' or ')}`);
  });
  return [...extras(recorded, ours, 'is missing'), ...extras(ours, recorded, 'is not recorded'), ...types];
}
