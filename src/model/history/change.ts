/** One value of a record that changed, as Pipedrive's log tells it: as text, whatever the field's type. */
export interface ValueChange {
  /** Key of the field, in version 2's spelling. */
  readonly key: string;
  /** Of a value in several parts the one that changed: `currency`, `until`, `timezone_id`. Absent for the value itself. */
  readonly part?: string;
  /** `null` where it was not set. */
  readonly before: string | null;
  readonly after: string | null;
  /** RFC 3339. */
  readonly time: string;
  readonly userId?: number;
}
