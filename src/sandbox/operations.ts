import type { Operation } from './operation.ts';
import { activityOperations as activitiesV1 } from './v1/activities.ts';
import { dealOperations as dealsV1 } from './v1/deals.ts';
import { fieldOperations as fieldsV1 } from './v1/fields.ts';
import { fileOperations } from './v1/files.ts';
import { flowOperations } from './v1/flow.ts';
import { mailOperations } from './v1/mails.ts';
import { noteOperations } from './v1/notes.ts';
import { organizationOperations as organizationsV1 } from './v1/organizations.ts';
import { personPictureOperations as pictureV1 } from './v1/personPicture.ts';
import { personRelatedOperations } from './v1/personRelated.ts';
import { personOperations as personsV1 } from './v1/persons.ts';
import { pipelineNumberOperations } from './v1/pipelineNumbers.ts';
import { pipelineOperations as pipelinesV1 } from './v1/pipelines.ts';
import { productOperations as productsV1 } from './v1/products.ts';
import { searchOperations as searchesV1 } from './v1/searches.ts';
import { settingsOperations } from './v1/settings.ts';
import { stageOperations as stagesV1 } from './v1/stages.ts';
import { userOperations } from './v1/users.ts';
import { activityOperations as activitiesV2 } from './v2/activities.ts';
import { dealOperations as dealsV2 } from './v2/deals.ts';
import { fieldOperations as fieldsV2 } from './v2/fields.ts';
import { organizationOperations as organizationsV2 } from './v2/organizations.ts';
import { personPictureOperations as pictureV2 } from './v2/personPicture.ts';
import { personOperations as personsV2 } from './v2/persons.ts';
import { pipelineOperations as pipelinesV2 } from './v2/pipelines.ts';
import { productOperations as productsV2 } from './v2/products.ts';
import { searchOperations as searchesV2 } from './v2/searches.ts';
import { stageOperations as stagesV2 } from './v2/stages.ts';

/** Every operation that is served. Searches come first: /persons/search is no /persons/:id. */
export const operations: readonly Operation[] = [
  ...searchesV1,
  ...userOperations,
  ...personsV1,
  ...personRelatedOperations,
  ...pictureV1,
  ...flowOperations,
  ...organizationsV1,
  ...pipelinesV1,
  ...pipelineNumberOperations,
  ...stagesV1,
  ...productsV1,
  ...fieldsV1,
  ...dealsV1,
  ...activitiesV1,
  ...noteOperations,
  ...fileOperations,
  ...mailOperations,
  ...settingsOperations,
  ...searchesV2,
  ...personsV2,
  ...pictureV2,
  ...organizationsV2,
  ...pipelinesV2,
  ...stagesV2,
  ...productsV2,
  ...fieldsV2,
  ...dealsV2,
  ...activitiesV2,
];
