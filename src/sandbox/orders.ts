import type { Direction, Order } from './cursor.ts';

/** The order of ids, in which walking over pages is safest. */
export const byId: Order<{ id: number }> = { field: 'id', direction: 'asc', value: (row) => row.id };

type Timed = { id: number; addTime: number; updateTime: number | null };

/** The orders version 2 offers for every record with a history. */
export function timedOrder(field: string, direction: Direction): Order<Timed> {
  const values: Readonly<Record<string, (row: Timed) => number>> = {
    add_time: (row) => row.addTime,
    update_time: (row) => row.updateTime ?? row.addTime,
  };
  return { field, direction, value: values[field] ?? ((row) => row.id) };
}
