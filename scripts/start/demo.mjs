import { inRoot } from '../setup/paths.mjs';

/** The environment of an extension host that begins on the demo account instead of signed out. */
export const demoAccount = { PIPEDRIVE_EXPLORER_ACCOUNT: 'demo' };

/** The extension beside ours that opens a newcomer's window with Pipedrive in sight; ours would do so in anybody's. */
export const opening = inRoot('scripts', 'start', 'opening');
