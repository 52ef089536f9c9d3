import type { OperationName } from '../../../src/api/operations.ts';

const related = [
  'activities',
  'changelog',
  'deals',
  'files',
  'flow',
  'followers',
  'mails',
  'permittedUsers',
  'products',
] as const;
const usual = ['list', 'create', 'get', 'update', 'remove'] as const;

const of = <const E extends string, const N extends string>(entity: E, names: readonly N[]) =>
  names.map((name): `${E}.${N}` => `${entity}.${name}`);

/** The operations of version 1 that the product promises, all of them to a person's hand and not only to a program's. */
export const promised: readonly OperationName[] = [
  ...of('personField', usual),
  ...of('person', [...usual, 'removeMany', 'collection', 'search', ...related, 'follow', 'unfollow', 'merge']),
  ...of('person', ['setPicture', 'removePicture']),
  ...of('pipeline', [...usual, 'conversion', 'movement', 'deals']),
  ...of('productField', [...usual, 'removeMany']),
  ...of('product', [...usual, 'search', 'deals', 'files', 'followers']),
];
