import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { commands } from '../../src/ids/index.ts';
import { json, newDraft, openRecords, until, useCompany, write } from './support/company.ts';

for (const version of ['v2', 'v1'] as const) {
  describe(`A record and its copy, over ${version}`, () => {
    const company = useCompany(version);

    const duplicate = (uri: vscode.Uri) => newDraft(commands.duplicate, uri);

    it('is duplicated with what stands in its document, unsaved', async () => {
      const document = await company().open('persons/20');
      await write(document, { name: 'Twice There' });
      const draft = await duplicate(document.uri);
      assert.ok(draft.isDirty);
      const { $schema: _a, ...copy } = json(draft);
      const { $schema: _b, ...original } = json(document);
      assert.deepEqual({ ...original, ...copy }, copy);
      assert.ok(await draft.save());
      await until(() => openRecords().length === 2);
      assert.ok(document.isDirty, 'the original is as it was');
    });

    it('is duplicated from the tree without being opened; its rows are new ones', async () => {
      const draft = await duplicate(company().uri('pipelines/1'));
      const stages = json(draft)['stages'] as { id?: number; name: string }[];
      assert.ok(stages.length > 1);
      assert.ok(stages.every(({ id }) => id === undefined));
    });

    it('says that a record was deleted meanwhile, and makes it anew from what is there', async () => {
      const document = await company().open('persons/21');
      await write(document, { name: 'Gone And Back' });
      const answer = await company().sandbox.asColleague('DELETE', '/api/v2/persons/21');
      assert.equal(answer.status, 200);
      assert.equal(await document.save(), false);
      assert.ok(document.isDirty);
      assert.equal(json(document)['name'], 'Gone And Back');
      const draft = await duplicate(document.uri);
      assert.equal(json(draft)['name'], 'Gone And Back');
      assert.ok(await draft.save());
      await until(() => openRecords().length === 2);
    });

    it('keeps Pipedrive’s own fields to be looked at only', async () => {
      const key = 'name';
      const document = await company().open(`personFields/${key}`);
      await write(document, { field_name: 'Mine now' });
      company().sandbox.log.clear();
      assert.equal(await document.save(), false);
      assert.deepEqual(
        company()
          .requests()
          .filter((line) => !line.startsWith('GET')),
        [],
      );
    });
  });
}
