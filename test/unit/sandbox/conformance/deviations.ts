import type { DocumentName } from './documents.ts';

/** Where real answers are known to differ from the published documents, with the reason. */
export interface Deviation {
  /** Version and path of the operation, as a pattern. */
  operation: RegExp;
  /** The one document that is wrong, where another of the same version is right. */
  document?: DocumentName;
  /** The misfit, as a pattern. */
  misfit: RegExp;
  reason: string;
}

const contactSync = /^\.data(\[\])?\.(im|postal_address\w*|notes|birthday|job_title) is not known/;

export const deviations: readonly Deviation[] = [
  {
    operation: /^/,
    misfit: / is null$/,
    reason:
      'The documents mark next to nothing as nullable; recordings have null for every kind of value, as the vendor’s own change log admits.',
  },
  {
    operation: /^v1 .* \/(persons|products|organizations)/,
    misfit: /\.data(\[\])?\.[0-9a-f]{40}\w* is not known/,
    reason: 'The company’s own fields stand flat among the others; the document does not say so.',
  },
  { operation: /^v1 .* \/persons/, misfit: contactSync, reason: 'Recorded: the fields of Contact Sync come flat in version 1.' },
  {
    operation: /^v1 .* \/persons/,
    misfit:
      /\.(participant_open_deals_count|participant_closed_deals_count|delete_time|primary_email|marketing_status|picture_128_url) is not known/,
    reason: 'Recorded in answers, or named in the documentation of Campaigns, and missing in the schema.',
  },
  {
    operation: /^v1 /,
    misfit: /\.(org_id|organization\[\])\.(label_ids|owner_name|active_flag|value) is not known/,
    reason: 'Recorded in organizations within other records.',
  },
  { operation: /^v1 .* \/persons$/, misfit: /^\.additional_data is not known/, reason: 'Recorded: creation answers didMerge.' },
  {
    operation: /^v1 .* \/persons/,
    misfit: /^\.related_objects\.organization is not known/,
    reason: 'Lists and single records have it; the documents of create and update leave it out.',
  },
  {
    operation: /^v1 GET /,
    misfit: /^\.additional_data(\.pagination)? is not known/,
    reason: 'Recorded, and so in the document’s own examples: lists wrap their paging in additional_data.pagination.',
  },
  {
    operation: /^v1 GET \/products$/,
    misfit: /^\.data\[\]\.\w+ is not known/,
    reason: 'The document types each row as a whole answer.',
  },
  {
    operation: /^v1 (GET|POST|PUT) \/products/,
    misfit: /\.(description|category|first_char|files_count|add_time|update_time|product_variations) is not known/,
    reason: 'Recorded in answers and missing in the schema.',
  },
  {
    operation: /^v1 (GET|POST|PUT) \/\w+Fields/,
    misfit:
      /\.(json_column_flag|description|parent_id|id_suffix|index_visible_flag|details_visible_flag|is_subfield|options_deleted) is not known/,
    reason: 'Recorded, or named in the migration guide.',
  },
  {
    operation: /^v1 GET \/\w+Fields/,
    misfit: /\.(field_type is no choice: (visible_to|phone|int|boolean|picture|activity|price_list|billing_frequency))/,
    reason: 'The first of two contradicting lists in the schema holds only the types that can be created.',
  },
  { operation: /^v1 GET \/users/, misfit: /\.(additional_data|data(\[\])?\.is_admin) is not known/, reason: 'Recorded.' },
  { operation: /^v1 GET \/organizations/, misfit: /\.data(\[\])?\.delete_time is not known/, reason: 'Recorded.' },
  {
    operation: /\/search$/,
    misfit:
      /\.item\.(address|primary_email|update_time|tax|picture|price|currency) is not known|\.organization\.address is not known/,
    reason: 'Recorded in search hits.',
  },
  { operation: /\/products\/search$/, misfit: /\.code is no integer/, reason: 'Recorded: a product code is text.' },
  {
    operation: /^v2 \w+ \/\w+Fields/,
    misfit: /\.(is_writable|description) is not known/,
    reason: 'Returned though not in the document.',
  },
  {
    operation: /^v2 \w+ \/products/,
    misfit: /^\.additional_data is not known/,
    reason: 'Recorded: null in single answers.',
  },
  {
    operation: /^v1 GET \/persons/,
    misfit: /\.picture_id\.value is not known/,
    reason: 'The examples of single persons have it; the schema of the list leaves it out.',
  },
  {
    operation: /^v1 GET \/persons\/:id\/followers$/,
    misfit: /\.person_id is not known/,
    reason: 'The schema is that of the followers of deals, with deal_id in the place of person_id.',
  },
  {
    operation: /^v1 POST \/persons\/:id\/picture$/,
    misfit: /^\.data\./,
    reason: 'The schema wraps the picture in its id; the document’s own example does not.',
  },
  {
    operation: /^v1 POST \/pipelines$/,
    misfit: /^the status 201 is not documented$/,
    reason: 'Recorded: creating a pipeline answers 201.',
  },
  {
    operation: /^v1 GET \/pipelines\/:id$/,
    misfit: /^\.data\.deals_summary is not known/,
    reason: 'Asked for by totals_convert_currency, which the document has lost and the product keeps.',
  },
  {
    operation: /^v1 GET \/pipelines\/:id\/deals$/,
    misfit: /^\.additional_data\.deals_summary is not known/,
    reason: 'The description of get_summary and totals_convert_currency names it; the schema leaves it out.',
  },
  {
    operation: /^v1 \w+ .*\/deals/,
    misfit: /\.archive_time is not known/,
    reason: 'Recorded in deals.',
  },
  {
    operation: /^v1 .*\/files/,
    misfit: /\.(log_id|file_type) is not known/,
    reason: 'Recorded in files.',
  },
  {
    operation: /^v1 GET \/products\/:id\/files$/,
    misfit: /\.(user_id|\w+_id|\w+_name|cid) is not known/,
    reason: 'Files have one shape wherever they were recorded; the schema here names a part of it.',
  },
  {
    operation: /^v1 .* \/notes/,
    misfit: /\.(task_id|pinned_to_lead_flag|pinned_to_task_flag|lead) is not known/,
    reason: 'Recorded in notes.',
  },
  {
    operation: /^v1 GET \/activities/,
    misfit: /^\.related_objects\.person\[\]\.active_flag is not known/,
    reason: 'The schemas of creation and update have it; those of reading leave it out.',
  },
  {
    document: 'pipedrive-v1.yaml',
    operation: /^v1 GET \/filters/,
    misfit: /\.temporary_flag is not known/,
    reason: 'The document’s own example has it.',
  },
  {
    document: 'pipedrive-v1.yaml',
    operation: /^v1 GET \/filters/,
    misfit: /\.visible_to is no integer/,
    reason: 'August’s document corrects it to a text, as it is everywhere in version 1.',
  },
  {
    operation: /^v2 \w+ \/deals/,
    misfit: /\.(creator_user_id|local_won_date|local_lost_date|local_close_date|archive_time) is not known/,
    reason: 'Recorded in deals.',
  },
];

/** What our client sends though the published documents do not name it, with the reason. */
export interface RequestDeviation {
  /** Version, method and documented path. */
  request: RegExp;
  /** As `Deviation.document`. */
  document?: DocumentName;
  problem: RegExp;
  reason: string;
}

export const requestDeviations: readonly RequestDeviation[] = [
  {
    request: /^v1 GET \/pipelines$/,
    problem: /^\?(limit|start) is not known$/,
    reason: 'Recorded answers echo both, so a list of more than a hundred may be had.',
  },
  {
    request: /^v1 GET \/persons\/\{id\}\/mailMessages$/,
    problem: /^\?include_body is not known$/,
    document: 'pipedrive-v1.yaml',
    reason: 'It came with August’s document.',
  },
  {
    request: /^v1 GET \/pipelines\/\{id\}$/,
    problem: /^\?totals_convert_currency is not known$/,
    reason: 'It gave the sums of the deals until it was taken out of the document; Pipedrive passes over what it does not know.',
  },
  {
    request: /^v1 PUT \/persons\/\{id\}$/,
    problem: /^\.active_flag is not known$/,
    reason: 'Recorded clients brought a deleted person back with it; whether it did is read again.',
  },
  {
    request: /^v1 (POST|PUT) \/(persons|products)/,
    problem: /[0-9a-f]{40}\w* is not known$/,
    reason: 'The company’s own fields stand flat among the others; the document does not say so.',
  },
];
