import type { Entity } from '../../../src/api/types.ts';

/** Values that one version alone sends, with the reason. */
export const oneOnly: Readonly<Partial<Record<Entity, readonly string[]>>> = {
  // Version 2 sends it only where the company has a marketing product and the request asks for it.
  person: ['marketing_status'],
  // Version 1 has no such fields.
  organization: ['website', 'linkedin', 'industry', 'annual_revenue', 'employee_count'],
  // Version 1 lists them as rows of their own, or not at all.
  personField: ['subfields', 'is_writable', 'is_optional_response_field'],
  productField: ['subfields', 'is_writable', 'is_optional_response_field'],
};

/** Keys inside a value that one version alone sends, with the reason. */
export const innerOnly: ReadonlySet<string> = new Set([
  // Version 1 knows a time zone by its number.
  'timezone_name',
  // Version 1's options tell no times.
  ...['add_time', 'update_time'],
  // Of where a field is shown version 1 tells one flag.
  ...['details_visible_flag', 'show_in_add_deal_dialog', 'projects_detail_visible_flag'],
]);

/** Values that version 1 alone takes at any time: version 2 has them in no body of an update. */
export const writtenByOne: ReadonlySet<string> = new Set(['add_time', 'is_deleted']);
