import https from 'node:https';

/**
 * An agent that goes through the proxy of HTTPS_PROXY, past it where NO_PROXY says so. Node reads both itself
 * (https://nodejs.org/api/http.html#built-in-proxy-support), in versions that have it.
 */
interface ProxiedOptions extends https.AgentOptions {
  readonly proxyEnv: NodeJS.ProcessEnv;
}

/**
 * VS Code puts a function of its own in the place of Node's, which knows `http.proxy`, `http.noProxy` and the system's
 * certificates and reads the environment as well; an agent of ours could only stand in its way.
 */
const isNodesOwn = (): boolean => Function.prototype.toString.call(https.request).includes('ClientRequest');

let agent: https.Agent | undefined;

/** The agent of a request, where it needs one. Loopback addresses are plain http and reached directly. */
export function agentFor(url: URL): https.Agent | undefined {
  if (url.protocol !== 'https:' || !isNodesOwn()) return undefined;
  const options: ProxiedOptions = { keepAlive: true, proxyEnv: process.env };
  agent ??= new https.Agent(options);
  return agent;
}
