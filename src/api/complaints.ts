/**
 * Reads which fields a refusal of Pipedrive's names, so that each sentence can stand at its field.
 */

/** A key as version 2 writes it before its complaint: a word in snake case, or a custom field's 40 characters. */
const part = /(?:^|; )((?:[a-z][a-z0-9]*(?:_[a-z0-9]+)*|[0-9a-f]{40})(?:[.[][\w.[\]]*)?): /g;

/** Keys of one word; any other word before a colon inside a complaint is prose. */
const oneWord = new Set([
  ...['name', 'emails', 'phones', 'email', 'phone', 'label', 'labels', 'notes', 'im', 'birthday', 'title', 'value'],
  ...['currency', 'status', 'code', 'unit', 'tax', 'category', 'description', 'prices', 'options', 'address', 'ids'],
  ...['cursor', 'limit', 'term', 'fields', 'subject', 'type', 'done', 'priority', 'website', 'linkedin', 'industry'],
]);

const looksLikeKey = (path: string): boolean => {
  const head = /^\w+/.exec(path)?.[0] ?? '';
  return head.includes('_') || head.length === 40 || path !== head || oneWord.has(head);
};

/** Keys that are a place in the body and no field. */
const containers = new Set(['custom_fields', 'body', 'query']);

/** Version 1 names the field inside its sentence. */
const v1Sentences: ReadonlyArray<readonly [RegExp, (match: RegExpExecArray) => string]> = [
  [/^(?:Product |Pipeline |Stage |Field )?name must be given/i, () => 'name'],
  [/^([a-z][a-z_]*[a-z]) (?:must be|is (?:required|invalid|not)|should be)/, (match) => v2Key(match[1] ?? '')],
  [/^['"]?([0-9a-f]{40})\b/, (match) => match[1] ?? ''],
];

/** Version 1's names of fields, in version 2's spelling. */
export function v2Key(key: string): string {
  return v2Keys.get(key) ?? key;
}

const v2Keys: ReadonlyMap<string, string> = new Map([
  ['email', 'emails'],
  ['phone', 'phones'],
  ['label', 'label_ids'],
  ['user_id', 'owner_id'],
  ['selectable', 'is_linkable'],
]);

/**
 * Splits version 2's joined message at its keys. A complaint may hold "; " itself, so a new part begins
 * only where a key and ": " follow.
 *
 * @param message Pipedrive's `error`, such as `Validation failed: name: …; owner_id: …`
 * @returns sentences by field key; empty where the message names none
 */
export function complaints(message: string): Record<string, string> {
  const fields = new Map<string, string>();
  const add = (key: string, sentence: string): void => {
    const before = fields.get(key);
    fields.set(key, before === undefined ? sentence : `${before} ${sentence}`);
  };

  const prefix = /^Validation failed: /.exec(message);
  if (prefix === null) {
    for (const [pattern, key] of v1Sentences) {
      const match = pattern.exec(message);
      if (match !== null) {
        add(key(match), message);
        break;
      }
    }
    return Object.fromEntries(fields);
  }

  const text = message.slice(prefix[0].length);
  const starts = [...text.matchAll(part)].filter((match) => match.index === 0 || looksLikeKey(match[1] ?? ''));
  starts.forEach((match, index) => {
    const sentence = text.slice(match.index + match[0].length, starts[index + 1]?.index ?? text.length).trim();
    const path = match[1] ?? '';
    add(fieldOf(path, sentence), sentence);
  });
  return Object.fromEntries(fields);
}

/** `emails[0].value` → `emails`; `custom_fields.<key>` or a key quoted in the sentence → that key. */
function fieldOf(path: string, sentence: string): string {
  const [head = path, ...rest] = path.split(/[.[\]]+/).filter((piece) => piece !== '');
  if (!containers.has(head)) return v2Key(head);
  return rest[0] ?? /\b[0-9a-f]{40}\b/.exec(sentence)?.[0] ?? head;
}

/**
 * Joins all that can name fields in an error body: the message, `failed_fields` of an error object,
 * and webhooks' `errors` map.
 */
export function fieldsOf(message: string | undefined, body: Readonly<Record<string, unknown>>): Record<string, string> {
  const fields = new Map<string, string>(Object.entries(message === undefined ? {} : complaints(message)));
  const error = body.error;
  if (typeof error === 'object' && error !== null && 'failed_fields' in error && Array.isArray(error.failed_fields)) {
    for (const key of error.failed_fields) {
      if (typeof key === 'string' && !fields.has(v2Key(key))) fields.set(v2Key(key), message ?? '');
    }
  }
  if (typeof body.errors === 'object' && body.errors !== null) {
    for (const [key, value] of Object.entries(body.errors)) {
      const texts = (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string');
      fields.set(v2Key(key), texts.join(' '));
    }
  }
  return Object.fromEntries(fields);
}
