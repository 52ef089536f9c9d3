import * as l10n from '@vscode/l10n';
import type { Described } from './described.ts';
import type { ApiVersion, Writing } from './types.ts';

/** Which values of its records a version takes, beside custom fields. */
interface Writable {
  /** In a creation and in an update. */
  readonly always: readonly string[];
  /** In a creation alone. */
  readonly onlyNew?: readonly string[];
}

const personOf = [
  ...['name', 'first_name', 'last_name', 'emails', 'phones', 'owner_id', 'org_id', 'label_ids', 'visible_to'],
  ...['marketing_status', 'notes', 'birthday', 'job_title', 'postal_address'],
];
const productOf = [
  ...['name', 'code', 'description', 'unit', 'tax', 'category', 'owner_id', 'visible_to', 'is_linkable', 'prices'],
  ...['billing_frequency', 'billing_frequency_cycles'],
];
const pipelineOf = ['name', 'is_deal_probability_enabled'];
const stageOf = ['name', 'pipeline_id', 'deal_probability', 'is_deal_rot_enabled', 'days_to_rotten'];

/** The entities whose writable values are known; those of described ones are said of each field. */
type Listed = Described | 'pipeline' | 'stage';

/** Values that cannot be taken away: null is refused, passed over, or read as a value of its own. */
const lasting: readonly string[] = [
  ...['owner_id', 'visible_to', 'marketing_status', 'add_time', 'tax', 'billing_frequency', 'is_linkable'],
  ...['is_deleted', 'is_deal_probability_enabled', 'order_nr'],
];

/** Values whose change is passed over where it is not allowed (https://developers.pipedrive.com/docs/api/v1/Persons#updatePerson). */
const unsure: readonly string[] = ['marketing_status'];

/** By version 2's names, from the bodies of both published documents. */
const writable: Readonly<Record<Listed, Readonly<Record<ApiVersion, Writable>>>> = {
  person: {
    v2: { always: personOf, onlyNew: ['add_time'] },
    v1: { always: [...personOf, 'add_time'] },
  },
  product: {
    v2: { always: productOf },
    v1: { always: [...productOf, 'is_deleted'] },
  },
  pipeline: {
    v2: { always: pipelineOf },
    v1: { always: [...pipelineOf, 'order_nr', 'is_deleted'] },
  },
  stage: {
    v2: { always: stageOf },
    v1: { always: [...stageOf, 'order_nr'] },
  },
};

/**
 * Whether a value of a record that is no custom field can be written in the chosen version: `settable` where only a new
 * record takes it, `reason` where the other version would take it at any time.
 */
export function writingOf(entity: Listed, key: string, version: ApiVersion): Writing {
  const { always, onlyNew = [] } = writable[entity][version];
  if (always.includes(key)) {
    return {
      writable: true,
      ...(lasting.includes(key) && { clearable: false }),
      ...(unsure.includes(key) && { unsure: true }),
    };
  }
  const other: ApiVersion = version === 'v1' ? 'v2' : 'v1';
  return {
    writable: false,
    ...(onlyNew.includes(key) && { settable: true }),
    ...(writable[entity][other].always.includes(key) && {
      reason: l10n.t(
        'Only version {0} of Pipedrive’s API can change this. The setting pipedrive.apiVersion chooses it.',
        other.slice(1),
      ),
    }),
  };
}
