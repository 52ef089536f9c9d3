/** The environment of an extension host that begins on the demo account instead of signed out. */
export const demoAccount = { PIPEDRIVE_EXPLORER_ACCOUNT: 'demo' };
