/** Shapes of values that are more than a scalar, as version 2 spells them. */

/** One e-mail address or phone number of a person. */
export interface ContactEntry {
  readonly value: string;
  readonly label?: string;
  readonly primary?: boolean;
}

export interface Money {
  readonly value: number | null;
  /** ISO 4217. */
  readonly currency: string | null;
}

/** Two ISO dates, `until` not before `value`. */
export interface DateRange {
  readonly value: string | null;
  readonly until: string | null;
}

export interface Time {
  /** `HH:MM:SS`. */
  readonly value: string | null;
  /** IANA name. */
  readonly timezone_name?: string | null;
  readonly timezone_id?: number | null;
}

export interface TimeRange extends Time {
  readonly until: string | null;
}

export interface Address {
  /** The address as one line. */
  readonly value: string | null;
  readonly [part: string]: unknown;
}

/** The parts of an address that Pipedrive's geocoder finds. */
export const addressParts = [
  ...(['subpremise', 'street_number', 'route', 'sublocality', 'locality'] as const),
  ...(['admin_area_level_1', 'admin_area_level_2', 'country', 'postal_code', 'formatted_address'] as const),
];
