/** What one version of Pipedrive's API offers for an operation. */

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Endpoint {
  readonly method: Method;
  /** From the origin on, with `{name}` where a parameter stands. */
  readonly path: string;
  /** API tokens of the day's budget that one call takes. */
  readonly cost: number;
  /** Sent with every call, unless the caller says otherwise; `{name}` stands for a parameter here too. */
  readonly query?: Readonly<Record<string, string>>;
  /** How its lists continue; absent where it answers everything at once, or one record. */
  readonly paging?: 'offset' | 'cursor';
  /** The largest page, where it is not the usual one. */
  readonly max?: number;
  /** The filters and sorting it takes, in the model's names, divided by blanks. */
  readonly takes?: string;
  /** What it sorts by (`sort_by`), divided by blanks; absent where it is not known to be choosy. */
  readonly sorts?: string;
  /** Its own words for the model's names, where they are not those that its whole version uses. */
  readonly names?: Readonly<Record<string, string>>;
  /** Searches are limited more narrowly than the rest. */
  readonly search?: boolean;
  /** Its body is a form of names and values, not JSON. */
  readonly form?: true;
}

export interface Operation {
  readonly v1?: Endpoint;
  readonly v2?: Endpoint;
  /** What the version that lacks it does instead, once for each record. */
  readonly each?: string;
}
