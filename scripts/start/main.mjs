import { desktopVSCode } from '../setup/desktop.mjs';
import { servedVSCode } from '../setup/served.mjs';
import { seconds, say } from '../setup/say.mjs';
import { askedToEnd } from '../run/askedToEnd.mjs';
import { build } from '../build/build.mjs';
import { openDesktop } from './desktop.mjs';
import { openServed } from './served.mjs';

/** Ctrl+C is how a person ends this, and no failure. */
const exitCodes = { SIGINT: 0, SIGTERM: 143, SIGHUP: 129 };

/** `npm start`: a VS Code with the extension in it, on the demo account. */
export async function main() {
  const started = Date.now();
  const asked = askedToEnd();
  await build();
  const desktop = await desktopVSCode();
  const opened = desktop ? await openDesktop(desktop) : await openServed(await servedVSCode());
  say(`${opened.where} (ready in ${seconds(started)}; Ctrl+C ends it)`);
  const signal = await Promise.race([asked, opened.ended]);
  await opened.end();
  return signal ? exitCodes[signal] : 0;
}
