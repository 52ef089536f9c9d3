import type { Operation } from './operation.ts';
import * as organizationsV1 from './v1/organizations.ts';
import * as fieldsV1 from './v1/fields.ts';
import * as personsV1 from './v1/persons.ts';
import * as pipelinesV1 from './v1/pipelines.ts';
import * as productsV1 from './v1/products.ts';
import * as searchesV1 from './v1/searches.ts';
import * as usersV1 from './v1/users.ts';
import * as organizationsV2 from './v2/organizations.ts';
import * as fieldsV2 from './v2/fields.ts';
import * as personsV2 from './v2/persons.ts';
import * as pipelinesV2 from './v2/pipelines.ts';
import * as productsV2 from './v2/products.ts';
import * as searchesV2 from './v2/searches.ts';

/** Every operation that is served. Searches come first: /persons/search is no /persons/:id. */
export const operations: readonly Operation[] = [
  ...searchesV1.searchOperations,
  ...usersV1.userOperations,
  ...personsV1.personOperations,
  ...organizationsV1.organizationOperations,
  ...pipelinesV1.pipelineOperations,
  ...productsV1.productOperations,
  ...fieldsV1.fieldOperations,
  ...searchesV2.searchOperations,
  ...personsV2.personOperations,
  ...organizationsV2.organizationOperations,
  ...pipelinesV2.pipelineOperations,
  ...productsV2.productOperations,
  ...fieldsV2.fieldOperations,
];
