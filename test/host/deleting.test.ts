import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/ids/index.ts';
import { useCompany } from './support/company.ts';
import { usePerson } from './support/person.ts';

for (const version of ['v2', 'v1'] as const) {
  describe(`Deleting from the list, over ${version}`, () => {
    const company = useCompany(version);
    const person = usePerson();
    const refused = { kind: 'status', status: 403, body: { success: false, error: 'Not yours.' } } as const;

    const persons = (ids: readonly number[]) => ids.map((id) => company().uri(`persons/${id}`));
    const deleteThem = (uris: readonly vscode.Uri[]) => vscode.commands.executeCommand(commands.delete, uris[0], uris);
    const isThere = async (id: number) => {
      const { status, body } = await company().sandbox.asColleague('GET', `/api/v1/persons/${id}`);
      return status === 200 && (body as { data: { active_flag: boolean } }).data.active_flag;
    };
    const there = async (ids: readonly number[]) => {
      const found = await Promise.all(ids.map(async (id) => ((await isThere(id)) ? [id] : [])));
      return found.flat();
    };
    const deletions = () =>
      company()
        .requests()
        .filter((line) => line.startsWith('DELETE'));

    it('says what hangs off the one, and deletes it in one request', async () => {
      const name = String((await company().stored('persons/30'))['name']);
      company().requests();
      person.takes('Delete', /^Delete /);
      await vscode.commands.executeCommand(commands.delete, company().uri('persons/30'));
      const [asked] = person.heard;
      assert.ok(asked?.modal && asked.text.includes(name));
      assert.match(asked.detail, /everyone in the company[^]*30 days/);
      assert.deepEqual(
        company()
          .requests()
          .filter((line) => line.includes('/persons')),
        ['GET /persons/30', 'DELETE /persons/30'],
      );
      assert.deepEqual(await there([30]), []);
    });

    it('deletes nothing without a yes, and also where it cannot be told what hangs off it', async () => {
      company().sandbox.fault({ fault: refused, method: 'GET', path: '/persons/31' });
      await vscode.commands.executeCommand(commands.delete, company().uri('persons/31'));
      assert.match(person.heard[0]?.detail ?? '', /could not be read/);
      assert.deepEqual(deletions(), []);
      person.takes('Delete', /^Delete /);
      company().sandbox.fault({ fault: refused, method: 'GET', path: '/persons/31' });
      await vscode.commands.executeCommand(commands.delete, company().uri('persons/31'));
      assert.deepEqual(await there([31]), []);
    });

    it('brings it back when asked to, and says so', async () => {
      person.takes('Delete', /^Delete /);
      person.takes('Undo', /deleted\.$/);
      await vscode.commands.executeCommand(commands.delete, company().uri('persons/32'));
      await person.hears(/^Pipedrive brought .* back\.$/);
      assert.deepEqual(await there([32]), [32]);
    });

    it('deletes ten and brings all of them back', async () => {
      const ids = [33, 34, 35, 36, 37, 38, 39, 40, 41, 42];
      person.takes('Delete', /^Delete 10 persons\?$/);
      person.takes('Undo', /^10 persons deleted\.$/);
      await deleteThem(persons(ids));
      const [asked] = person.heard;
      assert.match(asked?.detail ?? '', /and 5 more/);
      assert.match(asked?.detail ?? '', version === 'v2' ? /30 API tokens/ : /10 API tokens/);
      await person.hears(/^Pipedrive brought 10 persons back\.$/);
      assert.deepEqual(await there(ids), ids);
    });

    it('says exactly which were not deleted, and tries those alone again', async () => {
      const ids = [50, 51, 52, 53, 54, 55, 56, 57, 58, 59];
      // Version 1 deletes all of them in one request, so that its refusal is all of theirs.
      const left = version === 'v2' ? [53] : ids;
      const path = version === 'v2' ? '/persons/53' : '/persons';
      company().sandbox.fault({ fault: refused, method: 'DELETE', path });
      company().requests();
      person.takes('Delete', /^Delete 10 persons\?$/);
      await deleteThem(persons(ids));
      const said = await person.hears(/of 10 deleted/);
      assert.match(said.text, new RegExp(`^${10 - left.length} of 10 deleted\\. Not deleted: “?Person 5[03]`));
      assert.match(said.text, /not allowed/);
      assert.ok(said.buttons.includes('Retry'));
      assert.equal(said.buttons.includes('Undo'), version === 'v2');
      assert.equal(deletions().length, version === 'v2' ? 10 : 1);
      assert.deepEqual(await there(ids), left);

      company().sandbox.fault({ fault: refused, method: 'DELETE', path });
      person.heard.length = 0;
      person.takes('Delete', /^Delete /);
      person.takes('Retry', /deleted\. Not deleted/);
      await deleteThem(persons(left.length === 1 ? [53, 60] : left));
      company().requests();
      await person.hears(/^(“Person 53”|10 persons) deleted\.$/);
      assert.deepEqual(await there([...ids, 60]), version === 'v2' ? [] : [60]);
    });

    it('deletes a field and its kind’s neighbours in one go, and says that they do not come back', async () => {
      const answer = await company().sandbox.asColleague('POST', '/api/v2/productFields', {
        field_name: `To go ${version}`,
        field_type: 'varchar',
      });
      const code = (answer.body as { data: { field_code: string } }).data.field_code;
      const own = await company().sandbox.asColleague('POST', '/api/v2/personFields', {
        field_name: `To go, too ${version}`,
        field_type: 'varchar',
      });
      const ownCode = (own.body as { data: { field_code: string } }).data.field_code;
      person.takes('Delete', /^Delete 1 person field and 1 product field\?$/);
      await deleteThem([company().uri(`personFields/${ownCode}`), company().uri(`productFields/${code}`)]);
      assert.match(person.heard[0]?.detail ?? '', /Nothing brings a deleted field back/);
      assert.equal(person.heard.length, 1, 'there is no undoing to offer');
      assert.equal((await company().sandbox.asColleague('GET', `/api/v2/productFields/${code}`)).status, 404);
      assert.equal((await company().sandbox.asColleague('GET', `/api/v2/personFields/${ownCode}`)).status, 404);
    });

    it('does not delete what Pipedrive keeps to itself, and says why', async () => {
      company().requests();
      await vscode.commands.executeCommand(commands.delete, company().uri('personFields/name'));
      await person.hears(/Pipedrive’s own fields/);
      assert.equal(person.heard.length, 1);
      assert.deepEqual(deletions(), []);
    });
  });
}
