/** What one request costs, in API tokens of the daily budget, by operation. */
const costs: Readonly<Record<string, number>> = {
  'v1 GET /persons/search': 40,

  'v1 GET /products/search': 40,

  'v1 GET /organizations/search': 40,

  'v1 GET /users/me': 2,
  'v1 GET /users': 20,
  'v1 GET /users/:id': 2,

  'v1 GET /persons': 20,
  'v1 POST /persons': 10,
  'v1 GET /persons/collection': 10,
  'v1 GET /persons/:id': 2,
  'v1 PUT /persons/:id': 10,
  'v1 DELETE /persons/:id': 6,
  'v1 DELETE /persons': 10,
  'v1 GET /persons/:id/activities': 20,
  'v1 GET /persons/:id/deals': 20,
  'v1 GET /persons/:id/files': 20,
  'v1 GET /persons/:id/followers': 20,
  'v1 POST /persons/:id/followers': 10,
  'v1 DELETE /persons/:id/followers/:follower_id': 6,
  'v1 GET /persons/:id/mailMessages': 20,
  'v1 GET /persons/:id/permittedUsers': 10,
  'v1 GET /persons/:id/products': 20,
  'v1 PUT /persons/:id/merge': 40,
  'v1 POST /persons/:id/picture': 10,
  'v1 DELETE /persons/:id/picture': 6,
  'v1 GET /persons/:id/changelog': 20,
  'v1 GET /persons/:id/flow': 40,

  'v1 GET /organizations': 20,
  'v1 GET /organizations/:id': 2,

  'v1 GET /pipelines': 10,
  'v1 POST /pipelines': 10,
  'v1 GET /pipelines/:id': 2,
  'v1 PUT /pipelines/:id': 10,
  'v1 DELETE /pipelines/:id': 6,
  'v1 GET /pipelines/:id/conversion_statistics': 40,
  'v1 GET /pipelines/:id/movement_statistics': 40,
  'v1 GET /pipelines/:id/deals': 20,

  'v1 GET /stages': 10,
  'v1 POST /stages': 10,
  'v1 GET /stages/:id': 2,
  'v1 PUT /stages/:id': 10,
  'v1 DELETE /stages/:id': 6,

  'v1 GET /products': 20,
  'v1 POST /products': 10,
  'v1 GET /products/:id': 2,
  'v1 PUT /products/:id': 10,
  'v1 DELETE /products/:id': 6,
  'v1 GET /products/:id/deals': 20,
  'v1 GET /products/:id/files': 20,
  'v1 GET /products/:id/followers': 20,
  'v1 POST /products/:id/followers': 10,
  'v1 DELETE /products/:id/followers/:follower_id': 6,
  'v1 GET /products/:id/permittedUsers': 10,

  'v1 GET /personFields': 20,
  'v1 POST /personFields': 10,
  'v1 DELETE /personFields': 10,
  'v1 GET /personFields/:id': 2,
  'v1 PUT /personFields/:id': 10,
  'v1 DELETE /personFields/:id': 6,

  'v1 GET /productFields': 20,
  'v1 POST /productFields': 10,
  'v1 DELETE /productFields': 10,
  'v1 GET /productFields/:id': 2,
  'v1 PUT /productFields/:id': 10,
  'v1 DELETE /productFields/:id': 6,

  'v1 GET /deals': 20,
  'v1 GET /deals/archived': 40,
  'v1 GET /deals/:id': 2,
  'v1 PUT /deals/:id': 10,

  'v1 GET /activities': 20,
  'v1 POST /activities': 10,
  'v1 GET /activities/:id': 2,
  'v1 PUT /activities/:id': 10,
  'v1 DELETE /activities/:id': 6,

  'v1 GET /activityTypes': 20,

  'v1 GET /notes': 20,
  'v1 POST /notes': 10,
  'v1 GET /notes/:id': 2,
  'v1 PUT /notes/:id': 10,
  'v1 DELETE /notes/:id': 6,

  'v1 GET /files': 20,
  'v1 POST /files': 10,
  'v1 GET /files/:id': 2,
  'v1 PUT /files/:id': 10,
  'v1 DELETE /files/:id': 6,
  'v1 GET /files/:id/download': 20,

  'v1 GET /mailbox/mailMessages/:id': 2,

  'v1 GET /currencies': 20,

  'v1 GET /filters': 20,
  'v1 GET /filters/:id': 2,

  'v1 GET /userSettings': 2,

  'v1 GET /users/:id/permissions': 10,

  'v2 GET /persons/search': 20,

  'v2 GET /products/search': 20,

  'v2 GET /organizations/search': 20,

  'v2 GET /persons': 10,
  'v2 POST /persons': 5,
  'v2 GET /persons/:id': 1,
  'v2 PATCH /persons/:id': 5,
  'v2 DELETE /persons/:id': 3,
  'v2 GET /persons/:id/followers': 10,
  'v2 POST /persons/:id/followers': 5,
  'v2 GET /persons/:id/followers/changelog': 10,
  'v2 DELETE /persons/:id/followers/:follower_id': 3,
  'v2 GET /persons/:id/picture': 1,

  'v2 GET /organizations': 10,
  'v2 GET /organizations/:id': 1,

  'v2 GET /pipelines': 5,
  'v2 POST /pipelines': 5,
  'v2 GET /pipelines/:id': 1,
  'v2 PATCH /pipelines/:id': 5,
  'v2 DELETE /pipelines/:id': 3,

  'v2 GET /stages': 5,
  'v2 POST /stages': 5,
  'v2 GET /stages/:id': 1,
  'v2 PATCH /stages/:id': 5,
  'v2 DELETE /stages/:id': 3,

  'v2 GET /products': 10,
  'v2 POST /products': 5,
  'v2 GET /products/:id': 1,
  'v2 PATCH /products/:id': 5,
  'v2 DELETE /products/:id': 3,
  'v2 GET /products/:id/followers': 10,
  'v2 POST /products/:id/followers': 5,
  'v2 GET /products/:id/followers/changelog': 10,
  'v2 DELETE /products/:id/followers/:follower_id': 3,

  'v2 GET /personFields': 10,
  'v2 POST /personFields': 5,
  'v2 GET /personFields/:field_code': 1,
  'v2 PATCH /personFields/:field_code': 5,
  'v2 DELETE /personFields/:field_code': 3,
  'v2 POST /personFields/:field_code/options': 5,
  'v2 PATCH /personFields/:field_code/options': 5,
  'v2 DELETE /personFields/:field_code/options': 3,

  'v2 GET /productFields': 10,
  'v2 POST /productFields': 5,
  'v2 GET /productFields/:field_code': 1,
  'v2 PATCH /productFields/:field_code': 5,
  'v2 DELETE /productFields/:field_code': 3,
  'v2 POST /productFields/:field_code/options': 5,
  'v2 PATCH /productFields/:field_code/options': 5,
  'v2 DELETE /productFields/:field_code/options': 3,

  'v2 GET /deals': 10,
  'v2 GET /deals/archived': 20,
  'v2 GET /deals/:id': 1,
  'v2 PATCH /deals/:id': 5,

  'v2 GET /activities': 10,
  'v2 POST /activities': 5,
  'v2 GET /activities/:id': 1,
  'v2 PATCH /activities/:id': 5,
  'v2 DELETE /activities/:id': 3,
};

/** The cost of an operation; an operation without one is a mistake in the route table. */
export function costOf(version: string, method: string, path: string): number {
  const cost = costs[`${version} ${method} ${path}`];
  if (cost === undefined) throw new Error(`no cost is known for ${version} ${method} ${path}`);
  return cost;
}
