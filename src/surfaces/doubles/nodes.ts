import type { Kept } from '../../account/shelf.ts';
import type { Crowd, Pair } from '../../model/doubles/finder.ts';
import type { Folded } from '../../model/doubles/row.ts';
import type { Search } from './search.ts';
import { pairKey, type KeptSeparate, type Separated } from './separate.ts';

/** Two records that may be one. */
export interface PairNode {
  readonly type: 'pair';
  readonly id: string;
  readonly search: Search;
  readonly pair: Pair;
}

/** One of a pair. */
export interface OneNode {
  readonly type: 'one';
  readonly id: string;
  readonly search: Search;
  readonly row: Folded;
  readonly survives: boolean;
}

/** A sentence about the search. */
export interface NoteNode {
  readonly type: 'reading' | 'none' | 'part' | 'failure' | 'more';
  readonly id: string;
  readonly search: Search;
}

/** Goes on with a search that was stopped or failed. */
export interface ResumeNode {
  readonly type: 'resume';
  readonly id: string;
  readonly search: Search;
}

/** Heads the values that too many share, or the pairs that are kept separate. */
export interface HeadingNode {
  readonly type: 'crowds' | 'separate';
  readonly id: string;
  readonly search: Search;
  readonly count: number;
}

export interface CrowdNode {
  readonly type: 'crowd';
  readonly id: string;
  readonly search: Search;
  readonly crowd: Crowd;
}

export interface SeparatedNode {
  readonly type: 'separated';
  readonly id: string;
  readonly kept: Kept<Separated>;
}

export type Node = PairNode | OneNode | NoteNode | ResumeNode | HeadingNode | CrowdNode | SeparatedNode;

/** So many pairs are shown, and so many crowds. */
export const mostShown = 500;

export const isPairNode = (value: unknown): value is PairNode => typeOf(value) === 'pair';
export const isSeparatedNode = (value: unknown): value is SeparatedNode => typeOf(value) === 'separated';

const typeOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;

export const keyOf = ({ search, pair }: Pick<PairNode, 'search' | 'pair'>): string =>
  pairKey(search.kind.id, [pair.absorbed.id, pair.survivor.id]);

/** The pairs of a search that are not kept separate, as nodes. */
export function pairNodes(search: Search, separate: KeptSeparate): readonly PairNode[] {
  return search
    .pairs()
    .map((pair) => ({ type: 'pair', id: keyOf({ search, pair }), search, pair }) as const)
    .filter(({ id }) => !separate.has(id));
}

/** All that the view shows of a search: its state where it is not done, the pairs, and what is left out of them. */
export function rootNodes(search: Search, separate: KeptSeparate): readonly Node[] {
  const pairs = pairNodes(search, separate);
  const note = (type: NoteNode['type']): NoteNode => ({ type, id: `?${type}`, search });
  const resume: ResumeNode = { type: 'resume', id: '?resume', search };
  const heading = (type: HeadingNode['type'], count: number): HeadingNode[] =>
    count === 0 ? [] : [{ type, id: `?${type}`, search, count }];
  const states: { readonly [P in Search['phase']]: readonly Node[] } = {
    reading: [note('reading')],
    stopped: [note('part'), resume],
    failed: [note('failure'), resume],
    done: pairs.length === 0 ? [note('none')] : [],
  };
  return [
    ...states[search.phase],
    ...pairs.slice(0, mostShown),
    ...(pairs.length > mostShown || search.left > 0 ? [note('more')] : []),
    ...heading('crowds', search.crowds.length),
    ...heading('separate', separate.of(search.kind.id).length),
  ];
}

/** What a node opens to. */
export function childNodes(node: Node, separate: KeptSeparate): readonly Node[] {
  if (node.type === 'pair') {
    return [node.pair.survivor, node.pair.absorbed].map((row) => ({
      ...({ type: 'one', id: `${node.id}/${row.id}`, search: node.search } as const),
      ...{ row, survives: row === node.pair.survivor },
    }));
  }
  if (node.type === 'crowds') {
    return node.search.crowds
      .slice(0, mostShown)
      .map((crowd) => ({ type: 'crowd', id: `?crowd/${crowd.sort}/${crowd.text}`, search: node.search, crowd }));
  }
  if (node.type !== 'separate') return [];
  return separate.of(node.search.kind.id).map((kept) => ({ type: 'separated', id: `?separated/${kept.id}`, kept }));
}
