/** Who may talk to the sandbox: programs of this machine that know the token, and no web page. */

export type Verdict = 'welcome' | 'foreign' | 'unauthorized';

export interface Visitor {
  host: string | undefined;
  origin: string | undefined;
  token: string | undefined;
}

/** A page that rebinds its name to 127.0.0.1 comes with its own name as Host, another page with its Origin. */
function isOurs(name: string | undefined, port: number): boolean {
  return name === `127.0.0.1:${port}` || name === `localhost:${port}`;
}

function isOurOrigin(origin: string, port: number): boolean {
  return origin.startsWith('http://') && isOurs(origin.slice('http://'.length), port);
}

/** Looks at a request's Host, Origin and token. */
export function judge(visitor: Visitor, port: number, tokens: { has(token: string): boolean }): Verdict {
  if (!isOurs(visitor.host, port)) return 'foreign';
  if (visitor.origin !== undefined && !isOurOrigin(visitor.origin, port)) return 'foreign';
  return visitor.token !== undefined && tokens.has(visitor.token) ? 'welcome' : 'unauthorized';
}
