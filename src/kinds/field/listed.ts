import * as l10n from '@vscode/l10n';
import type { Listed } from '../listed/listed.ts';

/** All of an entity's fields are read at once, so that nobody is asked for a part of them. */
export const listed: Listed = {
  none: l10n.t('No fields'),
  sorts: [],
  filters: [],
  usual: 'origin',
  groupings: [
    {
      id: 'origin',
      label: l10n.t('By standard and custom'),
      keys: [],
      headings: async () => ({
        items: [
          { id: 'standard', label: l10n.t('Standard fields'), icon: 'lock' },
          { id: 'custom', label: l10n.t('Custom fields'), icon: 'symbol-property' },
        ],
        misfits: [],
      }),
      headingOf: ({ values: { is_custom_field: custom } }) => (custom === true ? 'custom' : 'standard'),
    },
  ],
};
