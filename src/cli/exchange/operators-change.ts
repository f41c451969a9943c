import type { ChangeContext } from '../../clearance/store/record-events.ts'
import { newId } from '../../platform/ids.ts'
import { systemClock } from '../../platform/clock.ts'
import { operator } from '../application-database.ts'

/** A change in the name of whoever has the machine; one cause for each call of a command. */
export function operatorsChange(tenantId: string): ChangeContext {
  const cause = { kind: 'request', id: newId('command') } as const
  return { tenantId, actor: operator, cause, now: systemClock.now() }
}
