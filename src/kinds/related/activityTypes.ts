import * as l10n from '@vscode/l10n';
import type { Session } from '../../account/types.ts';
import { PipedriveError } from '../../api/errors.ts';
import type { CallOptions } from '../../api/types.ts';

export interface ActivityType {
  /** What activities name it by. */
  readonly id: string;
  readonly label: string;
  /** A codicon's name. */
  readonly icon: string;
}

/** The types that every company begins with, by the keys they have there (https://developers.pipedrive.com/docs/api/v1/ActivityTypes). */
export const usualTypes: readonly ActivityType[] = [
  { id: 'call', label: l10n.t('Call'), icon: 'call-outgoing' },
  { id: 'meeting', label: l10n.t('Meeting'), icon: 'organization' },
  { id: 'task', label: l10n.t('Task'), icon: 'checklist' },
  { id: 'deadline', label: l10n.t('Deadline'), icon: 'flag' },
  { id: 'email', label: l10n.t('Email'), icon: 'mail' },
  { id: 'lunch', label: l10n.t('Lunch'), icon: 'coffee' },
];

/** What Pipedrive draws types with beside those, by the names it has for that. */
const icons: Readonly<Record<string, string>> = {
  ...Object.fromEntries(usualTypes.map(({ id, icon }) => [id, icon])),
  ...{ document: 'file-text', smartphone: 'device-mobile', camera: 'device-camera', picture: 'file-media', cogs: 'gear' },
  ...{ bubble: 'comment', checkbox: 'pass', addressbook: 'book', linegraph: 'graph-line', world: 'globe', search: 'search' },
  ...{ key: 'key', padlock: 'lock', pricetag: 'tag', suitcase: 'briefcase', finish: 'milestone', sound: 'unmute' },
};

export const usualIcon = 'calendar';

/** The company's own types that new activities can be of. @throws PipedriveError */
export async function companyTypes({ api }: Session, options?: CallOptions): Promise<readonly ActivityType[]> {
  const types = (await api.activityTypes(options)).filter(({ key, active }) => active && key !== '');
  return types.map(({ key, name, icon }) => ({ id: key, label: name, icon: icons[icon] ?? usualIcon }));
}

/** The type that an activity names; the company is asked only for one that is not usual. None where it does not tell. */
export async function typeNamed(session: Session, key: unknown): Promise<ActivityType | undefined> {
  const usual = usualTypes.find(({ id }) => id === key);
  if (usual || typeof key !== 'string' || key === '') return usual;
  try {
    return (await companyTypes(session)).find(({ id }) => id === key);
  } catch (error) {
    // The request path has logged it; the key stands for the type.
    if (!PipedriveError.is(error)) throw error;
    return undefined;
  }
}
