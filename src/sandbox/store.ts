import { randomUUID } from 'node:crypto';
import type { Mail, Note, Picture, StoredFile } from './attachments.ts';
import type { Filter } from './filters.ts';
import { History, type Past } from './history.ts';
import type {
  Activity,
  Deal,
  DealProduct,
  Field,
  FieldEntity,
  Organization,
  Person,
  Pipeline,
  Product,
  Stage,
  User,
} from './records.ts';
import { Table } from './table.ts';

export interface Company {
  id: number;
  name: string;
  domain: string;
  country: string;
  industry: string;
}

/** Everything the account holds. */
export class Store {
  readonly users = new Table<User>();
  readonly organizations = new Table<Organization>();
  readonly persons = new Table<Person>(['orgId']);
  readonly pipelines = new Table<Pipeline>();
  readonly stages = new Table<Stage>(['pipelineId']);
  readonly deals = new Table<Deal>(['personId', 'orgId', 'pipelineId']);
  readonly products = new Table<Product>();
  readonly activities = new Table<Activity>(['personId', 'orgId', 'dealId']);
  readonly fields = new Table<Field>(['entity']);
  readonly dealProducts = new Table<DealProduct>(['dealId', 'productId']);
  readonly pictures = new Table<Picture>();
  readonly notes = new Table<Note>(['personId', 'orgId', 'dealId']);
  readonly files = new Table<StoredFile>(['personId', 'orgId', 'dealId', 'productId']);
  readonly mails = new Table<Mail>(['personId']);
  readonly filters = new Table<Filter>();
  readonly history: History;
  #lastOptionId = 1_000;
  readonly #customFields = new Map<FieldEntity, { at: number; fields: ReadonlyMap<string, Field> }>();
  #fieldChanges = 0;
  readonly company: Company;
  /** Where the account is served, without a slash at the end. */
  site = '';
  /** Part of the addresses of pictures, which are shown without a token. */
  readonly pictureKey = randomUUID();
  readonly #clock: () => number;
  #lastRelationId = 900_000_000;

  constructor(company: Company, clock: () => number, past: Past) {
    this.company = company;
    this.#clock = clock;
    this.history = new History(past);
  }

  /** The id of a new following. */
  nextRelationId(): number {
    this.#lastRelationId += 1;
    return this.#lastRelationId;
  }

  /** The time now, in whole seconds as Pipedrive keeps it. */
  now(): number {
    return Math.floor(this.#clock() / 1000) * 1000;
  }

  /** The fields of an entity in their order, without deleted ones. */
  fieldsOf(entity: FieldEntity): Field[] {
    return this.fields.by('entity', entity).filter((field) => !field.deleted);
  }

  putField(field: Field): Field {
    this.#fieldChanges += 1;
    return this.fields.put(field);
  }

  /** The id of a new option of a field. */
  nextOptionId(): number {
    this.#lastOptionId += 1;
    return this.#lastOptionId;
  }

  /** The account's own fields of an entity by key. */
  customFields(entity: FieldEntity): ReadonlyMap<string, Field> {
    const kept = this.#customFields.get(entity);
    if (kept?.at === this.#fieldChanges) return kept.fields;
    const fields = new Map(
      this.fieldsOf(entity)
        .filter((field) => field.custom)
        .map((field) => [field.key, field]),
    );
    this.#customFields.set(entity, { at: this.#fieldChanges, fields });
    return fields;
  }
}
