import type { Field, FieldEntity } from '../records.ts';
import { day, referenceTime } from './calendar.ts';
import { ownFields } from './customFields.ts';
import type { Random } from './random.ts';
import { systemFields } from './systemFields.ts';

export interface MadeField {
  field: Field;
  /** How many of a hundred records have a value. */
  filled: number;
}

const firstFieldId = 9001;

/** All fields of all entities, each with its share of filled records. */
export function makeFields(random: Random, createdBy: number): MadeField[] {
  const made: MadeField[] = [];
  for (const entity of ['person', 'product', 'organization'] satisfies FieldEntity[]) {
    const before = made.length;
    const at = (): Pick<Field, 'id' | 'entity' | 'orderNr'> => ({
      id: firstFieldId + made.length,
      entity,
      orderNr: made.length - before + 1,
    });
    for (const system of systemFields[entity]) {
      made.push({
        filled: 0,
        field: {
          ...at(),
          key: system.key,
          code: system.code === undefined ? system.key : system.code,
          name: system.name,
          type: system.type,
          codeType: system.codeType ?? system.type,
          custom: false,
          optional: system.optional ?? false,
          options: system.options ?? null,
          optionsDeleted: [],
          description: system.description ?? null,
          addVisible: system.add ?? false,
          detailsVisible: true,
          important: false,
          required: system.key === 'name',
          bulkEdit: system.bulk ?? false,
          mandatory: system.mandatory ?? false,
          addTime: referenceTime - 1000 * day,
          updateTime: referenceTime - 1000 * day,
          createdBy: null,
          deleted: false,
        },
      });
    }
    for (const own of ownFields[entity]) {
      const key = random.hex(40);
      made.push({
        filled: own.filled,
        field: {
          ...at(),
          key,
          code: key,
          name: own.name,
          type: own.type,
          codeType: own.type,
          custom: true,
          optional: false,
          options: own.options ?? null,
          optionsDeleted: own.optionsDeleted ?? [],
          description: own.description ?? null,
          addVisible: own.important ?? false,
          detailsVisible: true,
          important: own.important ?? false,
          required: false,
          bulkEdit: true,
          mandatory: false,
          addTime: referenceTime - 800 * day,
          updateTime: referenceTime - random.int(10, 700) * day,
          createdBy,
          deleted: own.deleted ?? false,
        },
      });
    }
  }
  return made;
}
