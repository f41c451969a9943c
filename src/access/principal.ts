import type { Actor } from '../clearance/events/actor.ts'
import type { Instant } from '../customs/calendar/local-date.ts'
import type { Role } from './role.ts'
import type { Tenant } from './tenant.ts'

interface Admitted {
  readonly tenantId: string
  readonly tenantKind: Tenant['kind']
  readonly role: Role
}

/** A system that has shown a good key. */
export interface KeyPrincipal extends Admitted {
  /** The key itself, as it stands in the record of what it changes. */
  readonly actor: Extract<Actor, { kind: 'api-key' }>
}

/** A person who is signed in. */
export interface PersonPrincipal extends Admitted {
  /** The person, as they stand in the record of what they change: without the name itself. */
  readonly actor: Extract<Actor, { kind: 'person' }>
  readonly session: {
    readonly sessionId: string
    readonly lastSeenAt: Instant
    readonly expiresAt: Instant
  }
}

/** In whose name a request is made, once its key or session was found good. */
export type Principal = KeyPrincipal | PersonPrincipal

/** Whether a request comes from a person's session rather than with a key. */
export function isPerson(principal: Principal): principal is PersonPrincipal {
  return principal.actor.kind === 'person'
}
