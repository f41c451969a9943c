import type { Consignment } from '../../customs/consignment/consignment.ts'
import { type Result, success } from '../../customs/result.ts'
import { putInOutbox } from '../../exchange/outbox.ts'
import { newLocalReference } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { channelOfDeclaration } from '../declaring/choose-channel.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import type { ClearancePorts } from '../ports.ts'
import { composeSupplementaryAnew } from '../preparation/compose-supplementary-anew.ts'
import { insertFacts, newFact, readFacts } from '../store/case-fact.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { changeCase, notInThisState } from './change-case.ts'

/**
 * Hands in the supplementary declaration of a case whose goods were released on a simplified one: the
 * whole of H1 by the law of the day on which that was accepted, under an LRN of its own and the DUCR of
 * both.
 */
export async function lodgeSupplementary(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  { caseId }: { readonly caseId: string },
  context: ChangeContext,
): Promise<Result<CaseState>> {
  return changeCase(ports, transaction, caseId, {
    context,
    decide: async (state) => {
      const { state: standing } = state.supplementary ?? {}
      const { mrn, acceptedAt } = state.declaration ?? {}
      const isOwed = standing === 'owed' || standing === 'overdue'
      if (!isOwed || mrn === undefined || acceptedAt === undefined) {
        return notInThisState(state, {
          en: 'completed by a supplementary declaration',
          zh: '提交补充申报',
        })
      }
      return lodge(ports, transaction, { state, initialMrn: mrn, context })
    },
  })
}

interface Lodging {
  readonly state: CaseState
  readonly initialMrn: string
  readonly context: ChangeContext
}

async function lodge(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  { state, initialMrn, context: { tenantId, now } }: Lodging,
): Promise<Result<readonly NewCaseEvent[]>> {
  const { caseId } = state
  const { ducr, messageId: initialMessageId } = state.declaration!
  const read = await readFacts<[Consignment]>(transaction, [state.consignment])
  const [consignment] = read.facts
  const lrn = newLocalReference()
  const made = await composeSupplementaryAnew(ports, transaction, { state, consignment, lrn })
  if (!made.ok) return made
  const { filled, bytes } = made.value.composed
  const declaration = newFact('declaration', filled.declaration, read.personal)
  const origins = newFact('declaration-origins', filled.origins, read.personal)
  await insertFacts(transaction, [declaration, origins], { tenantId, caseId, at: now })
  const channel = await channelOfDeclaration(transaction, initialMessageId)
  const committed = await putInOutbox(transaction, {
    ...{ tenantId, caseId, channel, kind: 'supplementary' as const },
    ...{ lrn, ducr, subject: initialMrn, body: bytes, now },
  })
  const facts = { declaration: declaration.reference, origins: origins.reference }
  return success([{ type: 'supplementary-sent', data: { ...facts, ...committed, lrn } }])
}
