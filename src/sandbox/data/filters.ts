import type { Filter } from '../filters.ts';
import { day, referenceTime } from './calendar.ts';

/** The company's saved filters. */
export function makeFilters(userId: number): Filter[] {
  const common = { userId, visibleTo: 7, addTime: referenceTime - 300 * day };
  return [
    { ...common, id: 1, name: 'Hot leads', type: 'people', keep: (person) => person.labelIds.includes(2) },
    { ...common, id: 2, name: 'Without organization', type: 'people', keep: (person) => person.orgId === null },
    { ...common, id: 3, name: 'My persons', type: 'people', keep: (person) => person.ownerId === userId },
    { ...common, id: 4, name: 'Machines', type: 'products', keep: (product) => product.category === 21 },
    {
      ...common,
      id: 5,
      name: 'Billed again and again',
      type: 'products',
      keep: (product) => product.billingFrequency !== 'one-time',
    },
    { ...common, id: 6, name: 'All open deals', type: 'deals', keep: (deal) => deal.status === 'open' },
    { ...common, id: 7, name: 'Deals above 20,000', type: 'deals', keep: (deal) => deal.value > 20_000 },
    {
      ...common,
      id: 8,
      name: 'Large organizations',
      type: 'org',
      keep: (organization) => (organization.employeeCount ?? 0) >= 500,
    },
    { ...common, id: 9, name: 'To do', type: 'activity', keep: (activity) => !activity.done },
  ];
}
