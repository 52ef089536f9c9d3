/** What one request costs, in API tokens of the daily budget, by operation. */
const costs: Readonly<Record<string, number>> = {
  'v1 GET /users/me': 2,
  'v1 GET /users': 20,
  'v1 GET /users/:id': 2,

  'v1 GET /persons': 20,
  'v1 POST /persons': 10,
  'v1 GET /persons/collection': 10,
  'v1 GET /persons/search': 40,
  'v1 GET /persons/:id': 2,
  'v1 PUT /persons/:id': 10,
  'v1 DELETE /persons/:id': 6,
  'v2 GET /persons': 10,
  'v2 POST /persons': 5,
  'v2 GET /persons/search': 20,
  'v2 GET /persons/:id': 1,
  'v2 PATCH /persons/:id': 5,
  'v2 DELETE /persons/:id': 3,

  'v1 GET /organizations': 20,
  'v1 GET /organizations/search': 40,
  'v1 GET /organizations/:id': 2,
  'v2 GET /organizations': 10,
  'v2 GET /organizations/search': 20,
  'v2 GET /organizations/:id': 1,

  'v1 GET /pipelines': 10,
  'v1 GET /pipelines/:id': 2,
  'v2 GET /pipelines': 5,
  'v2 GET /pipelines/:id': 1,
  'v1 GET /stages': 10,
  'v1 GET /stages/:id': 2,
  'v2 GET /stages': 5,
  'v2 GET /stages/:id': 1,

  'v1 GET /products': 20,
  'v1 GET /products/search': 40,
  'v1 GET /products/:id': 2,
  'v2 GET /products': 10,
  'v2 GET /products/search': 20,
  'v2 GET /products/:id': 1,

  'v1 GET /personFields': 20,
  'v1 GET /personFields/:id': 2,
  'v2 GET /personFields': 10,
  'v2 GET /personFields/:field_code': 1,
  'v1 GET /productFields': 20,
  'v1 GET /productFields/:id': 2,
  'v2 GET /productFields': 10,
  'v2 GET /productFields/:field_code': 1,
};

/** The cost of an operation; an operation without one is a mistake in the route table. */
export function costOf(version: string, method: string, path: string): number {
  const cost = costs[`${version} ${method} ${path}`];
  if (cost === undefined) throw new Error(`no cost is known for ${version} ${method} ${path}`);
  return cost;
}
