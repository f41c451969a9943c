import {
  type CancellationRequest,
  writeCancellationRequest,
} from '../../customs/formats/uk-cds/write-cancellation-request.ts'
import type { Declaration } from '../../customs/declaration/declaration.ts'
import { type Result, success } from '../../customs/result.ts'
import { putInOutbox } from '../../exchange/outbox.ts'
import { newLocalReference } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { channelOfDeclaration } from '../declaring/choose-channel.ts'
import type { ClearancePorts } from '../ports.ts'
import { readFacts } from '../store/case-fact.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { changeCase, notInThisState } from './change-case.ts'
import { openToRequests } from './open-to-requests.ts'

/** A declaration that is to be withdrawn, with the reason both by its kind and in words. */
export interface InvalidationInput {
  readonly caseId: string
  readonly reason: CancellationRequest['reason']
  /** Why, in words for the authority. */
  readonly explanation: string
  /** Absent where it is the declaration on which goods are released. */
  readonly about?: 'supplementary'
}

/** Asks the authority to invalidate a declaration whose goods it has not released or that it has not cleared. */
export async function requestInvalidation(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  input: InvalidationInput,
  context: ChangeContext,
): Promise<Result<CaseState>> {
  const { caseId, reason, explanation, about } = input
  return changeCase(ports, transaction, caseId, {
    context,
    decide: async (state) => {
      const declaration = openToRequests(state, about)
      if (declaration === undefined) {
        return notInThisState(state, { en: 'invalidated', zh: '申请撤销' })
      }
      const { facts } = await readFacts<[Declaration]>(transaction, [declaration.declaration])
      const lrn = newLocalReference()
      const { messageId } = await putInOutbox(transaction, {
        tenantId: context.tenantId,
        caseId,
        channel: await channelOfDeclaration(transaction, declaration.messageId),
        kind: 'cancellation',
        lrn,
        ducr: declaration.ducr,
        subject: declaration.mrn,
        body: writeCancellationRequest({
          lrn,
          mrn: declaration.mrn,
          submitterEori: facts[0].declarant?.id ?? '',
          reason,
          explanation,
        }),
        now: context.now,
      })
      const data = { requestId: lrn, kind: 'invalidation' as const, messageId, reason: explanation }
      return success([{ type: 'request-made', data: { ...data, ...(about && { about }) } }])
    },
  })
}
