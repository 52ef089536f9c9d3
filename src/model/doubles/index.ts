/** All that finding doubles needs, for those who load it when it is used. */
export { DoublesFinder, pairAnew } from './finder.ts';
export { fold } from './folding.ts';
export { phoneFolding } from './phone.ts';
