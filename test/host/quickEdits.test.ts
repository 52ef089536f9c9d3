import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/ids/index.ts';
import { kindOfFolder } from '../../src/kinds/index.ts';
import type { Field } from '../../src/model/field.ts';
import { json, until, useCompany, write } from './support/company.ts';
import { usePerson } from './support/person.ts';

for (const version of ['v2', 'v1'] as const) {
  describe(`Changing values from the list, over ${version}`, () => {
    const company = useCompany(version);
    const person = usePerson();
    const refused = { kind: 'status', status: 403, body: { success: false, error: 'Not yours.' } } as const;
    const update = version === 'v2' ? 'PATCH' : 'PUT';

    const updates = () =>
      company()
        .requests()
        .filter((line) => line.startsWith(update));
    const rename = (path: string) => vscode.commands.executeCommand(commands.rename, company().uri(path));
    const named = async (path: string) => (await company().stored(path))['name'];

    it('renames with one check and one update, and shows it in an open document', async () => {
      const document = await company().open('persons/10');
      company().requests();
      const renamed = rename('persons/10');
      await person.types('Renamed In The List');
      await renamed;
      assert.deepEqual(
        company()
          .requests()
          .filter((line) => line.includes('/persons/')),
        ['GET /persons/10', `${update} /persons/10`],
      );
      assert.equal(await named('persons/10'), 'Renamed In The List');
      await until(() => json(document)['name'] === 'Renamed In The List');
      assert.ok(!document.isDirty);
    });

    it('takes no empty name, and sends nothing for the same one', async () => {
      await company().colleague('persons/11', { name: 'On two\nlines' });
      const before = await named('persons/11');
      const renamed = rename('persons/11');
      const box = await person.types('   ');
      await until(() => box.validationMessage !== undefined);
      assert.equal(await named('persons/11'), before);
      box.validationMessage = undefined;
      await person.types('On two lines');
      await renamed;
      assert.deepEqual(updates(), []);
      assert.equal(await named('persons/11'), before);
    });

    it('puts the new name beside a document’s unsaved edits, and sends nothing', async () => {
      const document = await company().open('persons/12');
      await write(document, { visible_to: 1 });
      company().requests();
      const renamed = rename('persons/12');
      await person.types('In The Document');
      await renamed;
      await person.hears(/unsaved changes/);
      assert.deepEqual(company().requests(), []);
      assert.ok(document.isDirty);
      assert.deepEqual([json(document)['name'], json(document)['visible_to']], ['In The Document', 1]);
      assert.ok(await document.save());
      assert.equal(await named('persons/12'), 'In The Document');
    });

    it('keeps what was typed when Pipedrive refuses it, and when a colleague was faster', async () => {
      const document = await company().open('persons/13');
      company().sandbox.fault({ fault: refused, method: update, path: '/persons/13' });
      const renamed = rename('persons/13');
      const box = await person.types('Mine');
      await until(() => /not allowed/.test(String(box.validationMessage)));
      assert.equal(box.value, 'Mine');
      await company().colleague('persons/13', { name: 'Theirs' });
      await person.types('Mine');
      await until(() => /“Theirs”/.test(String(box.validationMessage)));
      assert.equal(await named('persons/13'), 'Theirs');
      await person.types('Mine');
      await renamed;
      assert.equal(await named('persons/13'), 'Mine');
      await until(() => json(document)['name'] === 'Mine');
    });

    it('says why Pipedrive’s own fields keep their names', async () => {
      await rename('personFields/name');
      await person.hears(/Pipedrive’s own fields/);
    });

    for (const [path, name] of [
      ['products/1', 'name'],
      ['pipelines/1', 'name'],
    ] as const) {
      it(`renames ${path}`, async () => {
        const renamed = rename(path);
        await person.types(`Another name ${version}`);
        await renamed;
        assert.equal((await company().stored(path))[name], `Another name ${version}`);
      });
    }

    describe('a value in its row', () => {
      const kind = kindOfFolder('persons');
      const field = (key: string, type: Field['type'], options: Field['options'] = []): Field => ({
        ...{ key, name: key, type, wireType: type, custom: false, writable: true, required: false, options },
      });

      /** A value's row as the tree hands it to the command. */
      async function row(id: number, of: Field, place?: number): Promise<unknown> {
        const values = await company().stored(`persons/${id}`);
        const entries = values[of.key] as readonly object[];
        const record = { id, values, names: {}, extras: {} };
        const node = { type: 'record', account: { id: company().accountId }, kind, record };
        return { type: 'value', of: node, field: of, ...(place === undefined ? {} : { entry: entries[place] }) };
      }
      const edit = (node: unknown) => vscode.commands.executeCommand(commands.editValue, node);
      const held = async (id: number, key: string) => (await company().stored(`persons/${id}`))[key];

      it('changes one phone of several, adds the first and takes one out', async () => {
        await company().colleague('persons/20', {
          phones: [
            { value: '111', label: 'work', primary: true },
            { value: '222', label: 'home', primary: false },
          ],
        });
        const phones = field('phones', 'phones');
        company().requests();
        const changed = edit(await row(20, phones, 1));
        await person.types('333');
        await changed;
        const numbers = async () => ((await held(20, 'phones')) as { value: string }[]).map(({ value }) => value);
        assert.deepEqual(await numbers(), ['111', '333']);
        person.clear();
        const removed = edit(await row(20, phones, 0));
        await person.types('');
        await removed;
        assert.deepEqual(await numbers(), ['333']);
        assert.equal(updates().length, 2);
        await company().colleague('persons/20', { phones: [] });
        person.clear();
        const added = edit(await row(20, phones));
        await person.types('444');
        await added;
        assert.deepEqual(await numbers(), ['444']);
      });

      it('takes no e-mail address that is none', async () => {
        await company().colleague('persons/21', { emails: [{ value: 'a@example.com', label: 'work', primary: true }] });
        const changed = edit(await row(21, field('emails', 'emails'), 0));
        const box = await person.types('not one');
        await until(() => /no e-mail address/.test(String(box.validationMessage)));
        await person.types('b@example.com');
        await changed;
        const [first] = (await held(21, 'emails')) as { value: string }[];
        assert.equal(first?.value, 'b@example.com');
      });

      it('puts a phone beside a document’s unsaved edits', async () => {
        await company().colleague('persons/22', { phones: [{ value: '111', label: 'work', primary: true }] });
        const document = await company().open('persons/22');
        await write(document, { name: 'Not saved yet' });
        const node = await row(22, field('phones', 'phones'), 0);
        company().requests();
        const changed = edit(node);
        await person.types('555');
        await changed;
        await person.hears(/unsaved changes/);
        const asked = company().requests();
        assert.deepEqual(
          asked.filter((line) => line.includes('/persons/22')),
          [],
        );
        assert.equal((json(document)['phones'] as { value: string }[])[0]?.value, '555');
      });

      it('sets the labels that are picked', async () => {
        const answer = await company().sandbox.asColleague('GET', '/api/v2/personFields/label_ids');
        const { options } = (answer.body as { data: { options: { id: number; label: string }[] } }).data;
        const [first, second] = options;
        assert.ok(first && second);
        await company().colleague('persons/23', { label_ids: [first.id] });
        const changed = edit(await row(23, field('label_ids', 'labels', options)));
        await person.picks(second.label);
        await changed;
        assert.deepEqual(await held(23, 'label_ids'), [second.id]);
      });
    });
  });
}
