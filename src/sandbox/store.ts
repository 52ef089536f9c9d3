import type {
  Activity,
  Deal,
  Field,
  FieldEntity,
  Organization,
  Person,
  Picture,
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
  readonly pictures = new Table<Picture>();
  readonly #customFields = new Map<FieldEntity, { at: number; fields: ReadonlyMap<string, Field> }>();
  #fieldChanges = 0;
  readonly company: Company;
  readonly #clock: () => number;

  constructor(company: Company, clock: () => number) {
    this.company = company;
    this.#clock = clock;
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
