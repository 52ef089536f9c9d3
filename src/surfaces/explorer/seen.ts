/** What a view needs once it is seen, which is brought in then. */
export { Branch } from './branch.ts';
export { HangingChoices } from './hangingChoices.ts';
export { KeptBranches } from './keptBranches.ts';
export { treeItem } from './treeItem.ts';
