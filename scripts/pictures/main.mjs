import { say } from '../setup/say.mjs';
import { suites } from '../test/suites.mjs';

/** `npm run pictures`: takes the walkthrough's pictures anew, from the real workbench on the demo account. */
export async function main() {
  const ui = suites.find(({ name }) => name === 'ui');
  if (!ui) throw new Error('There is no suite that drives the workbench.');
  const { failed } = await ui.run({ files: ['test/ui/pictures/walkthrough.ts'] });
  say(failed === 0 ? 'The pictures lie in media/walkthrough.' : 'Not all pictures could be taken.');
  return failed === 0 ? 0 : 1;
}
