import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { formEditor, views } from '../../src/ids/index.ts';
import { closeAll, useCompany, write } from './support/company.ts';

/** Pipedrive sells its answers: each trip costs what it must and no more. */
for (const version of ['v2', 'v1'] as const) {
  describe(`Requests, over ${version}`, () => {
    const company = useCompany(version);
    const update = version === 'v2' ? 'PATCH' : 'PUT';
    // No other test opens these: VS Code keeps a document in memory for a while after its tab is closed.
    const [one, another, third] = version === 'v2' ? [501, 502, 503] : [511, 512, 513];
    /** Names of organizations and persons come when they come. */
    const isName = (line: string) => /^GET \/(organizations|persons)\/\d+$/.test(line) && line !== `GET /persons/${third}`;
    const asked = () =>
      company()
        .requests()
        .filter((line) => !isName(line));

    it('the persons view lists persons once', async () => {
      await vscode.commands.executeCommand(`${views.persons}.focus`);
      await company().quiet();
      // Beside it, documents that earlier tests left in memory are read again for who signed in.
      const lists = company()
        .requests()
        .filter((line) => line === 'GET /persons');
      assert.deepEqual(lists, ['GET /persons']);
    });

    it('a person is read once; fields and users once a session', async () => {
      await company().open(`persons/${one}`, formEditor);
      const first = company().requests();
      assert.equal(first.filter((line) => line === `GET /persons/${one}`).length, 1, first.join('\n'));
      assert.ok(first.filter((line) => line === 'GET /users').length <= 1, first.join('\n'));
      assert.ok(!first.includes('GET /persons'), first.join('\n'));
      await company().open(`persons/${another}`, formEditor);
      const [second, ...names] = company().requests();
      assert.equal(second, `GET /persons/${another}`);
      // What else is asked are the names of its organization and of a person it refers to, each once.
      await closeAll();
      await company().open(`persons/${another}`, formEditor);
      // Names may come after the form has opened.
      const [again, ...more] = company()
        .requests()
        .toSorted((a, b) => Number(b.endsWith(`/${another}`)) - Number(a.endsWith(`/${another}`)));
      assert.equal(again, `GET /persons/${another}`);
      const asked = [...names, ...more];
      for (const line of asked) assert.match(line, /^GET \/(organizations|persons)\/\d+$/);
      assert.ok(!asked.includes(`GET /persons/${another}`));
      assert.equal(new Set(asked).size, asked.length, asked.join('\n'));
    });

    it('a save is one check and one update; a save without a change is nothing', async () => {
      const document = await company().open(`persons/${third}`, formEditor);
      company().requests();
      assert.ok(await document.save());
      assert.deepEqual(asked(), []);
      await write(document, { name: 'Once Saved' });
      assert.ok(await document.save());
      await company().quiet();
      assert.deepEqual(asked(), [`GET /persons/${third}`, `${update} /persons/${third}`]);
      assert.ok(await document.save());
      await company().quiet();
      assert.deepEqual(asked(), []);
    });
  });
}
