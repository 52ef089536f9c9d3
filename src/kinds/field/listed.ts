import type { Listed } from '../listed/listed.ts';

/** All of an entity's fields are read at once, so that nobody is asked for a part of them. */
export const listed: Listed = {
  none: 'No fields',
  sorts: [],
  filters: [],
  usual: 'origin',
  groupings: [
    {
      id: 'origin',
      label: 'By standard and custom',
      keys: [],
      headings: async () => ({
        items: [
          { id: 'standard', label: 'Standard fields', fixed: true, icon: 'lock' },
          { id: 'custom', label: 'Custom fields', fixed: true, icon: 'symbol-property' },
        ],
        misfits: [],
      }),
      headingOf: ({ values: { is_custom_field: custom } }) => (custom === true ? 'custom' : 'standard'),
    },
  ],
};
