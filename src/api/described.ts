/**
 * The entities whose fields are read; what is known of their values is known from these. Organizations have custom
 * fields too, grouped by their keys alone as long as they are only picked from.
 */
const describedEntities = ['person', 'product'] as const;

export type Described = (typeof describedEntities)[number];

/** The entity of the records that are fields of another. */
export type FieldEntity = `${Described}Field`;

export const isDescribed = (entity: string): entity is Described => describedEntities.some((one) => one === entity);

/** The entity that the records of a field entity describe; none for all other entities. */
export function describedBy(entity: string): Described | undefined {
  return describedEntities.find((one) => `${one}Field` === entity);
}
