import type { Consignment } from '../../customs/consignment/consignment.ts'
import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import type { Instant, LocalDate } from '../../customs/calendar/local-date.ts'
import type { Declaration } from '../../customs/declaration/declaration.ts'
import {
  type WrittenAmendment,
  writeAmendmentRequest,
} from '../../customs/formats/uk-cds/amendment/write-amendment-request.ts'
import { type Result, success } from '../../customs/result.ts'
import { putInOutbox } from '../../exchange/outbox.ts'
import { newLocalReference } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { channelOfDeclaration } from '../declaring/choose-channel.ts'
import { composeByType } from '../declaring/compose-by-type.ts'
import type { AmendmentProposal, NewCaseEvent } from '../events/case-event.ts'
import type { PersonalFields } from '../personal/personal-fields.ts'
import type { ClearancePorts } from '../ports.ts'
import {
  type ComposedAnew,
  composeSupplementaryAnew,
} from '../preparation/compose-supplementary-anew.ts'
import { prepareEitherAnew } from '../preparation/prepare-anew.ts'
import { insertFacts, newFact, type NewFact, readFacts } from '../store/case-fact.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { changeCase, notInThisState } from './change-case.ts'
import { type AmendedGoods, applyAmendment } from './amended-goods.ts'
import { decidedAnew } from './decided-anew.ts'
import { staleVersion } from './mend-goods-data.ts'
import { type AskedDeclaration, openToRequests } from './open-to-requests.ts'

/** What should be otherwise in a declaration that the authority has, and why. */
export interface AmendmentInput {
  readonly caseId: string
  /** The goods data as they should have been declared. */
  readonly goods: AmendedGoods
  /** Why, in words for the authority. */
  readonly explanation: string
  /** The version of the case that the change was made on. */
  readonly version: number
  /** Absent where it is the declaration on which goods are released. */
  readonly about?: 'supplementary'
}

/**
 * Asks the authority to amend a declaration whose goods it has not released, or a supplementary one that
 * it has not cleared. The case is decided,
 * quoted and checked anew on the changed data; that becomes the case when the authority grants it,
 * and is forgotten when it does not.
 */
export async function requestAmendment(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  input: AmendmentInput,
  context: ChangeContext,
): Promise<Result<CaseState>> {
  return changeCase(ports, transaction, input.caseId, {
    context,
    decide: async (state) => {
      if (state.version !== input.version) return staleVersion
      const declaration = openToRequests(state, input.about)
      if (declaration === undefined) {
        return notInThisState(state, { en: 'amended', zh: '申请修改' })
      }
      return ask(ports, transaction, { state, declaration, input, context })
    },
  })
}

interface Asking {
  readonly state: CaseState
  readonly declaration: AskedDeclaration
  readonly input: AmendmentInput
  readonly context: ChangeContext
}

async function ask(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  { state, declaration, input, context }: Asking,
): Promise<Result<readonly NewCaseEvent[]>> {
  const { caseId, tenantId, now } = { ...input, ...context }
  const read = await readFacts<[Consignment, Declaration]>(transaction, [
    state.consignment,
    declaration.declaration,
  ])
  const [consignment, before] = read.facts
  const mended = applyAmendment(consignment, input.goods)
  if (!mended.ok) return mended
  const anew = { state, declaration, consignment: mended.value, now }
  const composing = input.about === undefined ? composeFirst : composeSecond
  const decided = await composing(ports, transaction, anew)
  if (!decided.ok) return decided
  const lrn = newLocalReference()
  const request = writeAmendmentRequest({
    ...{ lrn, mrn: declaration.mrn, explanation: input.explanation },
    ...{ before, after: decided.value.composed.filled.declaration },
  })
  if (!request.ok) return request
  const { proposal, facts } = proposalOf({
    ...{ ...decided.value, request: request.value },
    ...{ consignment: mended.value, personal: read.personal },
  })
  await insertFacts(transaction, facts, { tenantId, caseId, at: now })
  const channel = await channelOfDeclaration(transaction, declaration.messageId)
  const { messageId } = await putInOutbox(transaction, {
    ...{ tenantId, caseId, channel, kind: 'amendment', lrn, ducr: declaration.ducr },
    ...{ subject: declaration.mrn, body: request.value.bytes, now },
  })
  const data = { requestId: lrn, kind: 'amendment' as const, messageId, reason: input.explanation }
  const { about } = input
  return success([{ type: 'request-made', data: { ...data, ...(about && { about }), proposal } }])
}

interface Anew {
  readonly state: CaseState
  readonly declaration: AskedDeclaration
  readonly consignment: Consignment
  readonly now: string
}

/** A supplementary declaration keeps its reference, and the tax point of what it completes. */
function composeSecond(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  { state, declaration: { lrn }, consignment }: Anew,
): Promise<Result<ComposedAnew>> {
  return composeSupplementaryAnew(ports, transaction, { state, consignment, lrn })
}

/** By the law of the day of acceptance, which stays the tax point; before it, of today. */
async function composeFirst(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  { state, declaration, consignment, now }: Anew,
): Promise<Result<ComposedAnew>> {
  const { lrn, ducr, additionalType = 'D', acceptedAt } = declaration
  const on = dayOf(acceptedAt ?? now)
  const prepared = await prepareEitherAnew(ports, transaction, { state, consignment, on })
  if (!prepared.ok) return prepared
  const { preparation, sources } = prepared.value
  const composed = composeByType(sources, { lrn, ducr, additionalType }, ports.reference)
  return composed.ok ? success({ preparation, composed: composed.value }) : composed
}

function dayOf(moment: string): LocalDate {
  return dateInLondon(new Date(moment).toISOString() as Instant)
}

interface Proposing extends ComposedAnew {
  readonly request: WrittenAmendment
  readonly consignment: Consignment
  readonly personal: PersonalFields
}

function proposalOf({ preparation, composed, request, consignment, personal }: Proposing): {
  readonly proposal: AmendmentProposal
  readonly facts: readonly NewFact[]
} {
  const { decided, facts } = decidedAnew(preparation, consignment, personal)
  const declaration = newFact('declaration', composed.filled.declaration, personal)
  const origins = newFact('declaration-origins', composed.filled.origins, personal)
  return {
    facts: [...facts, declaration, origins],
    proposal: {
      ...decided,
      declaration: declaration.reference,
      origins: origins.reference,
      fields: request.changes.map(({ fieldPath }) => fieldPath),
    },
  }
}
