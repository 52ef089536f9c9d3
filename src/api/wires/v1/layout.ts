import type { CustomTypes, Row } from '../wire.ts';
import { customGroups, customShape, type Shape } from './custom.ts';
import type { Part } from './part.ts';

/** A custom field of a row. */
interface Custom {
  readonly key: string;
  readonly shape: Shape;
  /** Its keys, those that came and those that are written. */
  readonly names: readonly string[];
  /** Nothing came beside its own key. */
  readonly alone: boolean;
}

/** What a row's keys tell before any value is looked at. */
export interface Layout {
  readonly names: readonly string[];
  readonly types: CustomTypes;
  /** Keys that pass as they are. */
  readonly alike: readonly string[];
  readonly customs: readonly Custom[];
  /** Those that have something to read. */
  readonly parts: readonly Part[];
  /** Keys that version 2 has no place for. */
  readonly rest: readonly string[];
}

/**
 * A function that tells the layout of a row. All rows of a list have the same keys as a rule, so that it is worked out
 * once for the list and then only compared.
 */
export function layouts(parts: readonly Part[], alike: ReadonlySet<string>): (row: Row, types: CustomTypes) => Layout {
  const owned = new Set(parts.flatMap((part) => part.wire));
  let last: Layout | undefined;

  const made = (names: readonly string[], types: CustomTypes): Layout => {
    const came = new Set(names);
    const customs = [...customGroups(names)].map(([key, beside]): Custom => {
      const shape = customShape(key, beside, types);
      const names = new Set([key, ...[...beside].map((suffix) => `${key}_${suffix}`), ...shape.names]);
      return { key, shape, names: [...names], alone: beside.size === 0 };
    });
    const grouped = new Set(customs.flatMap((custom) => custom.names));
    return {
      names,
      types,
      alike: names.filter((name) => alike.has(name)),
      customs,
      parts: parts.filter((part) => part.always === true || part.wire.some((name) => came.has(name))),
      rest: names.filter((name) => !alike.has(name) && !owned.has(name) && !grouped.has(name)),
    };
  };

  return (row, types) => {
    const names = Object.keys(row);
    if (last?.types !== types || !equal(last.names, names)) last = made(names, types);
    return last;
  };
}

const equal = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((name, index) => name === right[index]);
