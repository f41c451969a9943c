import type { Failure, Result } from '../../customs/result.ts'
import { success } from '../../customs/result.ts'
import type { LockedMessage } from '../../exchange/message-decision.ts'
import { setMessageAside as setAsideInOutbox } from '../../exchange/set-message-aside.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import type { ClearancePorts } from '../ports.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { changeCase } from './change-case.ts'
import { isAttempt } from './record-message-outcome.ts'

/** A message that is not to be sent any more, with the reason of whoever decides it. */
export interface MessageToSetAside {
  readonly messageId: string
  readonly reason: string
}

/**
 * Sets a message aside that was given up, and draws the conclusion for its case: a declaration that
 * customs surely do not have is back in preparation, a request that they never got is as good as
 * denied. Both can then be made anew, under a reference of their own.
 */
export async function setMessageAside(
  ports: Pick<ClearancePorts, 'tell'>,
  transaction: TenantTransaction,
  { messageId, reason }: MessageToSetAside,
  context: ChangeContext,
): Promise<Result<{ readonly messageId: string; readonly caseId: string }>> {
  const { tenantId } = context
  const aside = await setAsideInOutbox(transaction, { tenantId, messageId, reason }, context)
  if (!aside.ok) return aside
  const { caseId } = aside.value
  if (caseId === null) throw new RangeError(`message ${messageId} is about no case`)
  const changed = await changeCase(ports, transaction, caseId, {
    context,
    decide: (state) => success(conclusions(state, aside.value, reason)),
  })
  return changed.ok ? success({ messageId, caseId }) : changed
}

function conclusions(
  state: CaseState,
  { messageId, kind, lrn }: LockedMessage,
  reason: string,
): readonly NewCaseEvent[] {
  const aside: NewCaseEvent = { type: 'message-set-aside', data: { messageId, reason } }
  if (kind === 'declaration' && state.main === 'lodged' && state.declaration?.lrn === lrn) {
    return [aside, { type: 'declaration-rejected', data: { lrn, errors: [neverSent(reason)] } }]
  }
  if (isAttempt(state, { kind, lrn })) {
    const errors = [neverSent(reason)]
    return [aside, { type: 'supplementary-rejected', data: { lrn, errors } }]
  }
  const asked = state.requests.find(({ requestId }) => requestId === lrn)
  if (asked?.state !== 'requested') return [aside]
  return [aside, { type: 'request-denied', data: { requestId: lrn, why: reason } }]
}

function neverSent(reason: string): Failure {
  return {
    code: 'declaration-invalid',
    path: '',
    message: `The declaration never reached customs and was set aside: ${reason}`,
    mend: 'Mend what has kept it from being delivered and declare again.',
    zh: {
      message: `报关单从未送达海关，已被搁置：${reason}`,
      mend: '请先解决无法送达的问题，再重新申报。',
    },
  }
}
