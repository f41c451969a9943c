import { localYear } from '../../customs/calendar/local-date.ts'
import {
  type ImportAdditionalType,
  importAdditionalType,
} from '../../customs/declaration/declaration-type.ts'
import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import { buildDucr } from '../../customs/declaration/ucr.ts'
import { leadsOut } from '../../customs/lane/lane-decision.ts'
import { failure, type Result, success } from '../../customs/result.ts'
import { putInOutbox } from '../../exchange/outbox.ts'
import { newLocalReference } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { chooseChannel } from '../declaring/choose-channel.ts'
import { composeByType, type ReferencesByType } from '../declaring/compose-by-type.ts'
import { readDeclarationSources } from '../declaring/read-declaration-sources.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import type { ClearancePorts } from '../ports.ts'
import { insertFacts, newFact } from '../store/case-fact.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { changeCase, notInThisState } from './change-case.ts'

/** Which case to declare, and what of its declaration is known only at the moment of lodging. */
export interface DeclareInput {
  readonly caseId: string
  /** Whether the goods are there; unless stated they are not. */
  readonly hasArrived?: boolean
  /** Whether it is only completed after the release; unless stated, what the order wants. */
  readonly simplified?: boolean
}

/**
 * Declares a ready case: the declaration is filled and checked, and its exact bytes are committed
 * for sending together with the events that tell of it. Nothing leaves within the transaction.
 */
export async function declareCase(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  input: DeclareInput,
  context: ChangeContext,
): Promise<Result<CaseState>> {
  return changeCase(ports, transaction, input.caseId, {
    context,
    decide: async (state) => {
      if (state.main !== 'ready') return notInThisState(state, { en: 'declared', zh: '申报' })
      const today = dateInLondon(context.now)
      if (!leadsOut(state.lane?.lane) && state.quote?.on !== today) {
        return quoteIsOld(state.quote?.on ?? 'an earlier day', today)
      }
      return lodge(ports, transaction, { state, input, context })
    },
  })
}

interface Lodging {
  readonly state: CaseState
  readonly input: DeclareInput
  readonly context: ChangeContext
}

async function lodge(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  { state, input, context }: Lodging,
): Promise<Result<readonly NewCaseEvent[]>> {
  const { tenantId, now } = context
  const { caseId } = state
  const { reference } = ports
  const on = dateInLondon(now)
  const read = await readDeclarationSources(transaction, state, { on, reference })
  const { sources, personal } = read
  const { profile } = sources
  const channel = chooseChannel({ tenantId, profile, channels: ports.channels })
  if (!channel.ok) return channel
  const { hasArrived = false, simplified } = input
  const additionalType = importAdditionalType({
    ...{ hasArrived, simplified: simplified ?? sources.consignment.simplifiedDeclaration ?? false },
  })
  const references = newReferences(profile.declarant.eori, additionalType, context)
  if (!references.ok) return references
  const composed = composeByType(sources, references.value, reference)
  if (!composed.ok) return composed
  const { filled, bytes } = composed.value
  const fact = newFact('declaration', filled.declaration, personal)
  const origins = newFact('declaration-origins', filled.origins, personal)
  await insertFacts(transaction, [fact, origins], { tenantId, caseId, at: now })
  const { lrn, ducr } = references.value
  const outgoing = { tenantId, caseId, channel: channel.value, kind: 'declaration' as const }
  const committed = await putInOutbox(transaction, {
    ...outgoing,
    ...{ lrn, ducr, subject: state.reference, body: bytes, now },
  })
  return success(lodgedEvents({ fact, origins, references: references.value, committed }))
}

interface LodgedFacts {
  readonly fact: ReturnType<typeof newFact>
  readonly origins: ReturnType<typeof newFact>
  readonly references: ReferencesByType
  readonly committed: Awaited<ReturnType<typeof putInOutbox>>
}

function lodgedEvents({
  fact,
  origins,
  references,
  committed,
}: LodgedFacts): readonly NewCaseEvent[] {
  const { lrn, ducr, additionalType } = references
  return [
    {
      type: 'declaration-filled',
      data: { declaration: fact.reference, origins: origins.reference, lrn, ducr },
    },
    { type: 'declaration-sent', data: { ...committed, lrn, additionalType } },
  ]
}

function newReferences(
  eori: string,
  additionalType: ImportAdditionalType,
  { now }: ChangeContext,
): Result<ReferencesByType> {
  const lrn = newLocalReference()
  const ducr = buildDucr({ year: localYear(dateInLondon(now)), eori, reference: lrn })
  return ducr.ok ? success({ lrn, ducr: ducr.value, additionalType }) : ducr
}

/** Rates and rules may have changed since; the figures that were checked are no longer those. */
function quoteIsOld(quotedOn: string, today: string) {
  return failure({
    code: 'quote-outdated',
    path: '/quote/on',
    message: `The case was prepared for ${quotedOn}; a declaration of ${today} needs that day's figures.`,
    mend: 'Prepare the case again, then declare it.',
    zh: {
      message: `本案是按 ${quotedOn} 准备的；${today} 的申报须采用当日的数字。`,
      mend: '请重新准备本案，然后申报。',
    },
  })
}
