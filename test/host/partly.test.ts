import assert from 'node:assert/strict';
import { json, openRecords, until, useCompany, write } from './support/company.ts';

interface Row {
  readonly id?: number;
  readonly name?: string;
  readonly label?: string;
}

/** Some saves are several requests; where one of them fails, what was done is neither done again nor a colleague's. */
for (const version of ['v2', 'v1'] as const) {
  describe(`A save of several requests, over ${version}`, () => {
    const company = useCompany(version);
    const refused = { kind: 'status', status: 500 } as const;

    const sent = (method: string, path: string) =>
      company()
        .entries()
        .filter((entry) => entry.method === method && entry.path.endsWith(path) && entry.status < 300);

    const stageNames = async (id: string) => {
      const answer = await company().sandbox.asColleague('GET', `/api/v2/stages?pipeline_id=${id}`);
      return (answer.body as { data: { name: string }[] }).data.map(({ name }) => name);
    };

    const idOf = (path: string) => /([^/]+)\.record$/.exec(path)?.[1] ?? '';

    it('goes on with the stages that were missing, and makes none twice', async () => {
      const document = await company().open('pipelines/1');
      const stages = json(document)['stages'] as Row[];
      const before = await stageNames('1');
      await write(document, { name: 'Renamed on the way', stages: [...stages, { name: 'One more' }, { name: 'And another' }] });
      company().sandbox.fault({ fault: refused, method: 'POST', path: '/stages', skip: 1 });
      assert.equal(await document.save(), false);
      assert.ok(document.isDirty);
      assert.deepEqual(await stageNames('1'), [...before, 'One more']);
      company().sandbox.log.clear();
      assert.ok(await document.save());
      assert.equal(sent('POST', '/stages').length, 1);
      assert.deepEqual(await stageNames('1'), [...before, 'One more', 'And another']);
      await until(() => (json(document)['stages'] as Row[]).every(({ id }) => id !== undefined));
    });

    it('makes a new pipeline once, and then the stages it lacks', async () => {
      const draft = await company().draft('pipeline');
      await write(draft, { name: 'In two goes', stages: [{ name: 'A' }, { name: 'B' }] });
      company().sandbox.fault({ fault: refused, method: 'POST', path: '/stages', skip: 1 });
      assert.equal(await draft.save(), false);
      assert.ok(draft.isDirty);
      assert.ok(await draft.save());
      assert.equal(sent('POST', '/pipelines').length, 1);
      await until(() => openRecords().length === 1);
      assert.deepEqual(await stageNames(idOf(openRecords()[0]?.path ?? '')), ['A', 'B']);
    });

    it('renames, adds and removes options, and goes on where it was cut off', async () => {
      const draft = await company().draft('personField');
      await write(draft, {
        field_name: `Size ${version}`,
        field_type: 'set',
        options: [{ label: 'Small' }, { label: 'Large' }, { label: 'Odd' }],
      });
      assert.ok(await draft.save());
      await until(() => openRecords().length === 1);
      const id = idOf(openRecords()[0]?.path ?? '');
      const document = await company().open(`personFields/${id}`);
      const [small, large] = json(document)['options'] as Row[];
      const wanted = [{ ...small, label: 'Tiny' }, large, { label: 'Huge' }];
      await write(document, { options: wanted });
      company().sandbox.log.clear();
      if (version === 'v2') {
        company().sandbox.fault({ fault: refused, method: 'POST', path: `/personFields/${id}/options` });
        assert.equal(await document.save(), false);
      }
      assert.ok(await document.save());
      const stored = (await company().stored(`personFields/${id}`))['options'] as Row[];
      assert.deepEqual(
        stored.map(({ label }) => label),
        ['Tiny', 'Large', 'Huge'],
      );
      assert.deepEqual([stored[0]?.id, stored[1]?.id], [small?.id, large?.id]);
    });

    it('finds a field whose creation’s answer was lost, though fields tell no time', async () => {
      const draft = await company().draft('personField');
      await write(draft, { field_name: `Lost ${version}`, field_type: 'varchar' });
      company().sandbox.fault({ fault: { kind: 'drop', when: 'after' }, method: 'POST', path: '/personFields' });
      assert.equal(await draft.save(), false);
      assert.ok(await draft.save());
      await until(() => openRecords().length === 1);
      assert.equal(
        company()
          .entries()
          .filter(({ method, path }) => method === 'POST' && path.endsWith('/personFields')).length,
        1,
      );
    });

    it('finds a pipeline whose creation’s answer was lost, and gives it its stages', async () => {
      const draft = await company().draft('pipeline');
      await write(draft, { name: `Lost pipeline ${version}`, stages: [{ name: 'Only' }] });
      company().sandbox.fault({ fault: { kind: 'drop', when: 'after' }, method: 'POST', path: '/pipelines' });
      assert.equal(await draft.save(), false);
      assert.ok(await draft.save());
      await until(() => openRecords().length === 1);
      assert.deepEqual(await stageNames(idOf(openRecords()[0]?.path ?? '')), ['Only']);
    });
  });
}
