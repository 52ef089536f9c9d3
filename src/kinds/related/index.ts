import { activities } from './activities.ts';
import { deals } from './deals.ts';
import { files } from './files.ts';
import { followers, permittedUsers } from './followers.ts';
import { mail } from './mail.ts';
import { notes } from './notes.ts';
import { products } from './products.ts';
import type { Related } from './related.ts';

/** What hangs off a person. */
export const ofPerson: readonly Related[] = [
  activities,
  deals('person.deals', 'open_deals_count'),
  notes,
  files('person.files', 'person_id'),
  mail,
  products,
  followers('person'),
  permittedUsers('person.permittedUsers'),
];

/** What hangs off a product. */
export const ofProduct: readonly Related[] = [
  deals('product.deals'),
  files('product.files', 'product_id'),
  followers('product'),
  permittedUsers('product.permittedUsers'),
];
