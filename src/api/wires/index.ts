import type { ApiVersion } from '../types.ts';
import * as v1Deal from './v1/deal.ts';
import { field as v1Field } from './v1/field.ts';
import { file as v1File } from './v1/file.ts';
import { follower as v1Follower } from './v1/follower.ts';
import { mail as v1Mail } from './v1/mail.ts';
import { note as v1Note } from './v1/note.ts';
import { organization as v1Organization } from './v1/organization.ts';
import { person as v1Person } from './v1/person.ts';
import * as v1Pipeline from './v1/pipeline.ts';
import { product as v1Product } from './v1/product.ts';
import { user as v1User } from './v1/user.ts';
import * as v2Deal from './v2/deal.ts';
import { field as v2Field } from './v2/field.ts';
import { follower as v2Follower } from './v2/follower.ts';
import { loose } from './v2/loose.ts';
import { organization as v2Organization } from './v2/organization.ts';
import { person as v2Person } from './v2/person.ts';
import * as v2Pipeline from './v2/pipeline.ts';
import { product as v2Product } from './v2/product.ts';
import type { Wire, WireEntity } from './wire.ts';

/** What exists in version 1 only is read by its wire whatever was chosen. */
const wires: Readonly<Record<WireEntity, Readonly<Record<ApiVersion, Wire>>>> = {
  person: { v1: v1Person, v2: v2Person },
  product: { v1: v1Product, v2: v2Product },
  pipeline: { v1: v1Pipeline.pipeline, v2: v2Pipeline.pipeline },
  stage: { v1: v1Pipeline.stage, v2: v2Pipeline.stage },
  organization: { v1: v1Organization, v2: v2Organization },
  personField: { v1: v1Field, v2: v2Field },
  productField: { v1: v1Field, v2: v2Field },
  deal: { v1: v1Deal.deal, v2: v2Deal.deal },
  activity: { v1: v1Deal.activity, v2: v2Deal.activity },
  file: { v1: v1File, v2: v1File },
  user: { v1: v1User, v2: v1User },
  note: { v1: v1Note, v2: v1Note },
  mail: { v1: v1Mail, v2: v1Mail },
  follower: { v1: v1Follower, v2: v2Follower },
  row: { v1: loose, v2: loose },
};

/** Whether records of that name come over a wire of their own. */
export const isWireEntity = (name: string): name is WireEntity => Object.hasOwn(wires, name);

/** How a version carries an entity. */
export function wireOf(entity: WireEntity, version: ApiVersion): Wire {
  return wires[entity][version];
}
