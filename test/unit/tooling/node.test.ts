import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { suitableNode } from '../../../scripts/setup/node.mjs';
import { inRoot } from '../../../scripts/setup/paths.mjs';
import { Refusal } from '../../../scripts/setup/say.mjs';

describe('the Node to work with', () => {
  it('is this one where it reads TypeScript, else the one that came with the dependencies', () => {
    assert.equal(suitableNode({ version: '22.18.0' }), process.execPath);
    assert.equal(suitableNode({ version: '26.0.0' }), process.execPath);
  });

  it('is asked for in a sentence where there is none', () => {
    assert.throws(
      () => suitableNode({ version: '22.17.1', platform: 'sunos' }),
      (error) => error instanceof Refusal && /22\.18 or newer/.test(error.message) && /nodejs\.org/.test(error.message),
    );
  });

  it('is looked for by every command that runs TypeScript', () => {
    const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { scripts: Record<string, string> };
    const bare = Object.entries(scripts).filter(([, line]) => /^node (?!scripts\/typescript\.mjs )\S+\.ts\b/.test(line));
    assert.deepEqual(bare, []);
  });

  it('runs a file with its arguments, and ends as it ends', () => {
    const script = inRoot('scripts', 'typescript.mjs');
    const file = inRoot('test', 'unit', 'tooling', 'argued.ts');
    assert.equal(execFileSync(process.execPath, [script, file, '--port', '1'], { encoding: 'utf8' }), '["--port","1"]\n');
    assert.throws(() => execFileSync(process.execPath, [script, file, 'fail'], { stdio: 'ignore' }), { status: 3 });
  });
});
