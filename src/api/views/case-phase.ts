import { sql } from 'kysely'

import type { TenantTransaction } from '../../platform/postgres/index.ts'

/**
 * What a case that waits for the authority waits for, where that is known: a message that was given
 * up, could not be delivered so far, or is on its way; or the examination of the goods. What presses
 * most comes first.
 */
export const casePhases = ['given-up', 'trying-again', 'being-sent', 'under-examination'] as const

/** One of {@link casePhases}. */
export type CasePhase = (typeof casePhases)[number]

/** Messages that the authority has not got, or not surely. */
const UNDELIVERED = ['due', 'sending', 'unknown', 'dead'] as const

/** The phases of those of some cases that are in one. */
export async function readCasePhases(
  transaction: TenantTransaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CasePhase>> {
  if (caseIds.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('clearance_case as known')
    .leftJoin('exchange_message as message', (join) =>
      join.onRef('message.case_id', '=', 'known.id').on('message.state', 'in', UNDELIVERED),
    )
    .where('known.id', 'in', caseIds)
    .select(['known.id', 'message.state', 'message.attempts'])
    .select(
      sql<boolean>`jsonb_path_exists(known.snapshot,
        '$.controls[*] ? (@.state == "examination-ordered")')`.as('is_examined'),
    )
    .execute()
  const phases = new Map<string, CasePhase>()
  for (const row of rows) {
    const phase = phaseOf(row)
    const known = phases.get(row.id)
    if (phase !== undefined && (known === undefined || isMorePressing(phase, known))) {
      phases.set(row.id, phase)
    }
  }
  return phases
}

interface PhaseRow {
  readonly state: string | null
  readonly attempts: number | null
  readonly is_examined: boolean
}

/** What the authority has not got comes before what it does. */
function phaseOf({ state, attempts, is_examined }: PhaseRow): CasePhase | undefined {
  if (state === 'dead') return 'given-up'
  if (state === 'unknown' || (state === 'due' && (attempts ?? 0) > 0)) return 'trying-again'
  if (state !== null) return 'being-sent'
  return is_examined ? 'under-examination' : undefined
}

function isMorePressing(phase: CasePhase, than: CasePhase): boolean {
  return casePhases.indexOf(phase) < casePhases.indexOf(than)
}
