import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands, formEditor } from '../../src/ids/index.ts';
import { until, useCompany } from './support/company.ts';
import { usePerson } from './support/person.ts';

for (const version of ['v2', 'v1'] as const) {
  describe(`What was used today, over ${version}`, () => {
    const company = useCompany(version);
    const person = usePerson();

    /** The figures of the row that sums all up. */
    const summedUp = async (): Promise<number[]> => {
      void vscode.commands.executeCommand(commands.showUsage);
      let text = '';
      await until(() => (text = person.rows().find(({ label }) => label === 'All together')?.description ?? '') !== '');
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      person.clear();
      return [...text.replaceAll(',', '').matchAll(/\d+/g)].map(([figure]) => Number(figure));
    };

    it('is what the server was asked, request for request and token for token', async () => {
      await company().quiet();
      const [requests = 0, tokens = 0] = await summedUp();
      company().requests();
      for (const id of version === 'v2' ? [601, 602] : [611, 612]) await company().open(`persons/${id}`, formEditor);
      await company().quiet();
      const asked = company().entries();
      assert.ok(asked.length >= 2);
      const cost = asked.reduce((sum, entry) => sum + entry.cost, 0);
      assert.deepEqual(await summedUp(), [requests + asked.length, tokens + cost]);
    });

    it('asks nothing to be shown', async () => {
      await company().quiet();
      company().requests();
      await summedUp();
      assert.deepEqual(company().requests(), []);
    });
  });
}
