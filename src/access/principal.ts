import type { Actor } from '../clearance/events/actor.ts'
import type { Role } from './role.ts'
import type { Tenant } from './tenant.ts'

/** In whose name a request is made, once its key was found good. */
export interface Principal {
  readonly tenantId: string
  readonly tenantKind: Tenant['kind']
  /** The key itself, as it stands in the record of what it changes. */
  readonly actor: Extract<Actor, { kind: 'api-key' }>
  readonly role: Role
}
