import { Type, type Static } from 'typebox'

import type { CaseState, SupplementaryStanding } from '../../clearance/case-state.ts'
import { overdueSupplementary } from '../../clearance/overdue-supplementary.ts'
import { mainLifeCycle, type MainState } from '../../clearance/life-cycle/main-life-cycle.ts'
import { withPersonalFields } from '../../clearance/personal/personal-record.ts'
import { readCasesInBrief } from '../../clearance/store/case-in-brief.ts'
import { importAdditionalTypes } from '../../customs/declaration/declaration-type.ts'
import { dataElementOfField } from '../../customs/formats/uk-cds/data-element.ts'
import type { Immutable } from '../../customs/immutable.ts'
import { localDate, money, oneOf } from '../../customs/order/schema.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { failureSchema } from '../http/problem.ts'
import { bilingualText, instant, link } from '../http/schema.ts'
import { caseInBrief } from './case-in-brief.ts'
import { documentSchema, documentViews } from './document-view.ts'
import { nextActionOf, nextActionSchema } from './next-action.ts'
import { shownMoney } from './shown-money.ts'

/**
 * Every state that a case can be in, taken from the life cycle so that the interface cannot lag
 * behind it.
 */
export const mainStates = [...new Set(mainLifeCycle.transitions.map((edge) => edge.to))].sort()

/** Schema of the state of a case, shared by the views and by the filter of the list. */
export const mainState = oneOf<readonly MainState[]>(mainStates, 'where the case stands')

const findingSchema = Type.Object({
  id: Type.String(),
  severity: oneOf(['blocking', 'warning'], 'whether it keeps the case from being declared'),
  path: Type.String({ description: 'JSON Pointer into the goods data' }),
  message: bilingualText,
  mend: bilingualText,
})

const declarationStandingSchema = Type.Object({
  lrn: Type.String({ description: 'local reference number, ours' }),
  ducr: Type.String({ description: 'unique consignment reference' }),
  mrn: Type.Optional(Type.String({ description: "movement reference number, the authority's" })),
  additionalType: Type.Optional(
    oneOf(
      importAdditionalTypes,
      'A and C after, D and F before the arrival of the goods; C and F are simplified',
    ),
  ),
  acceptedAt: Type.Optional(Type.String()),
  releasedAt: Type.Optional(Type.String()),
  outcomeUnknown: Type.Boolean({
    description: 'whether it is in doubt that the authority has the declaration',
  }),
})

const controlSchema = Type.Object({
  controlId: Type.String(),
  state: Type.String(),
  wanted: Type.Optional(Type.String({ description: 'papers, in the words of the authority' })),
  reason: Type.Optional(Type.String({ description: 'why, in the words of the authority' })),
  dueAt: Type.Optional(Type.String()),
  result: Type.Optional(Type.String()),
})

const assessedLineSchema = Type.Object({
  itemNumber: Type.Integer(),
  taxType: Type.String(),
  base: Type.Optional(money),
  ratePercent: Type.Optional(Type.String()),
  assessed: money,
  payable: money,
})

const differenceSchema = Type.Object({
  itemNumber: Type.Integer(),
  taxType: Type.String(),
  quoted: money,
  assessed: money,
  cause: Type.String(),
  explanation: bilingualText,
})

const assessmentSchema = Type.Object({
  assessmentId: Type.String(),
  state: oneOf(['notified', 'corrected', 'final'], 'whether it may still change'),
  versionId: Type.String(),
  lines: Type.Array(assessedLineSchema),
  payable: money,
  differences: Type.Array(differenceSchema),
})

const supplementarySchema = Type.Object(
  {
    state: oneOf(
      ['owed', 'overdue', 'lodged', 'accepted', 'cleared'],
      'owed from the release; cleared once the authority has assessed it and closed its file',
    ),
    dueOn: localDate,
    expected: Type.Optional({
      ...money,
      description: 'duty and VAT that are owed with it, as quoted; absent once they are assessed',
    }),
    lrn: Type.Optional(Type.String({ description: 'local reference number, ours' })),
    mrn: Type.Optional(Type.String({ description: "movement reference number, the authority's" })),
    outcomeUnknown: Type.Boolean(),
    earlierLrns: Type.Array(Type.String(), { description: 'of attempts that came to nothing' }),
    obstacles: Type.Array(failureSchema, { description: 'why the last attempt came to nothing' }),
    rejectedLrn: Type.Optional(
      Type.String({ description: 'of the attempt that was rejected, until something is mended' }),
    ),
    goodsChanged: Type.Boolean({
      description: 'whether other goods data count than those of the simplified declaration',
    }),
  },
  { description: 'what completes the simplified declaration on which the goods were released' },
)

const securitySchema = Type.Object({
  securityId: Type.String(),
  state: oneOf(
    ['required', 'lowered', 'given', 'returned', 'taken'],
    'what has become of it; lowered: less of it was wanted before any was given',
  ),
  itemNumber: Type.Integer(),
  typeCode: Type.String({ description: 'what it is for, as customs code it' }),
  what: bilingualText,
  amount: money,
  reason: Type.Optional(Type.String({ description: 'why, in the words of customs' })),
  lowered: money,
  returned: money,
  taken: money,
})

const penaltySchema = Type.Object({
  penaltyId: Type.String({ description: 'MRN and number within the declaration' }),
  state: oneOf(['warned', 'imposed', 'paid', 'withdrawn'], 'what has become of it'),
  what: bilingualText,
  law: Type.String(),
  amount: Type.Optional({ ...money, description: 'what is asked; absent from a warning' }),
  imposedOn: localDate,
  reviewBy: Type.Unsafe<Static<typeof localDate>>({
    ...localDate,
    description: 'the last day on which a review can be asked for in time',
  }),
  threadId: Type.String({ description: 'the letter that tells of it' }),
})

const returnOfSchema = Type.Object(
  {
    caseId: Type.String(),
    reference: Type.String(),
    mrn: Type.String({ description: 'of the import, which the export names' }),
  },
  { description: 'the import by which the goods came in that go back' },
)

const returnSchema = Type.Object({
  caseId: Type.String(),
  reference: Type.String(),
  reason: oneOf(['rejected', 'other'], 'why the goods go back'),
  goods: Type.Array(Type.Object({ itemNumber: Type.Integer(), quantity: Type.Integer() })),
})

const keptGoodsSchema = Type.Object({
  keptId: Type.String({ description: 'MRN and number within the declaration' }),
  state: oneOf(['kept', 'restored', 'lost'], 'what has become of them'),
  as: oneOf(['detained', 'seized'], 'how they are, or last were, held'),
  became: Type.Optional(oneOf(['forfeited', 'destroyed'], 'only of goods that are lost')),
  items: Type.Array(
    Type.Object({
      itemNumber: Type.Integer(),
      kept: Type.Optional(Type.String({ description: 'pieces; absent where all of it is kept' })),
      of: Type.Optional(Type.String({ description: 'of how many pieces' })),
    }),
  ),
  reason: Type.String({ description: 'why, in the words of customs' }),
  law: Type.String(),
  keptOn: localDate,
  decidedBecause: Type.Optional(Type.String({ description: 'why it was decided so since' })),
  decidedOn: Type.Optional(localDate),
  reviewBy: Type.Optional(
    Type.Unsafe<Static<typeof localDate>>({
      ...localDate,
      description: 'the last day on which a review can be asked for in time',
    }),
  ),
  threadId: Type.String({ description: 'the letter that tells of it' }),
})

/** A case as the interface shows it: where it stands, what holds it up, what comes next. */
export const caseSchema = Type.Object(
  {
    id: Type.String(),
    reference: Type.String(),
    ...caseInBrief,
    state: mainState,
    nextAction: Type.Optional(nextActionSchema),
    destination: Type.String(),
    orderIds: Type.Array(Type.String()),
    version: Type.Integer(),
    openedAt: instant,
    updatedAt: instant,
    lane: Type.Optional(
      Type.Object({
        lane: Type.String(),
        vat: oneOf(['import-vat', 'charged-at-sale', 'customer-accounts', 'not-due'], 'VAT'),
      }),
    ),
    parties: Type.Optional(
      Type.Object({
        importerOfRecord: Type.String(),
        representation: oneOf(['self', 'direct', 'indirect'], 'in whose name is declared'),
        payer: Type.String(),
      }),
    ),
    quote: Type.Optional(Type.Object({ on: localDate, customsValue: money, dueAtImport: money })),
    documents: Type.Array(documentSchema),
    attachments: Type.Array(Type.Object({ attachmentId: Type.String(), kind: Type.String() })),
    findings: Type.Array(findingSchema),
    obstacles: Type.Array(failureSchema),
    declaration: Type.Optional(declarationStandingSchema),
    earlierLrns: Type.Array(Type.String()),
    controls: Type.Array(controlSchema),
    questions: Type.Array(
      Type.Object({
        questionId: Type.String(),
        state: Type.String(),
        text: Type.String(),
        answer: Type.Optional(Type.String()),
      }),
    ),
    assessment: Type.Optional(assessmentSchema),
    debts: Type.Array(
      Type.Object({
        debtId: Type.String(),
        state: oneOf(['due', 'secured', 'paid', 'refunded', 'written-off'], 'what of it is open'),
        taxType: Type.String(),
        amount: money,
        payer: Type.String(),
      }),
    ),
    securities: Type.Array(securitySchema, {
      description: 'what customs want secured beside what is owed, until they have decided',
    }),
    penalties: Type.Array(penaltySchema, {
      description: 'warnings and penalties of customs about this declaration',
    }),
    keptGoods: Type.Array(keptGoodsSchema, {
      description: 'goods that customs keep, or kept, while the rest of the declaration goes',
    }),
    insufficientFunds: Type.Boolean(),
    requests: Type.Array(
      Type.Object({
        requestId: Type.String(),
        kind: oneOf(['invalidation', 'amendment'], 'what was asked of the authority'),
        state: oneOf(['requested', 'granted', 'denied'], 'what became of it'),
        about: Type.Optional(
          oneOf(['supplementary'], 'absent: the declaration on which the goods are released'),
        ),
        changes: Type.Optional(
          Type.Array(
            Type.Object({
              path: Type.String({ description: 'JSON Pointer into the declaration' }),
              dataElement: Type.Optional(
                Type.Object({ number: Type.String(), name: bilingualText }),
              ),
            }),
            { description: 'what an amendment asks for, until it is answered' },
          ),
        ),
      }),
    ),
    supplementary: Type.Optional(supplementarySchema),
    transport: Type.Optional(Type.String({ description: 'where the goods are' })),
    fileClosed: Type.Boolean(),
    exit: Type.Optional(
      Type.Object(
        { exitedAt: Type.Optional(Type.String()) },
        { description: 'of goods that leave: they are out of the country' },
      ),
    ),
    returnOf: Type.Optional(returnOfSchema),
    returns: Type.Array(returnSchema, {
      description: 'exports by which goods of this import go back',
    }),
    outcomeReason: Type.Optional(Type.String()),
    links: Type.Record(Type.String(), link),
  },
  { title: 'Case', description: 'the clearance of one consignment' },
)

/** The type of {@link caseSchema}: the case as the interface answers it. */
export type CaseView = Immutable<Static<typeof caseSchema>>

/** A case as it is shown, the names and addresses in what people have written in place. */
export async function readCaseView(
  transaction: TenantTransaction,
  state: CaseState,
): Promise<CaseView> {
  const briefs = await readCasesInBrief(transaction, [state.caseId])
  return { ...caseView(await withPersonalFields(transaction, state)), ...briefs.get(state.caseId) }
}

/** References into the store are left out: the links lead to what is behind them. */
function caseView(state: CaseState): CaseView {
  const { caseId, main, lane, parties, quote, declaration, transport } = state
  const nextAction = nextActionOf(state)
  return {
    ...sameAsRecorded(state),
    id: caseId,
    state: main,
    ...(nextAction && { nextAction }),
    ...(lane && { lane: { lane: lane.lane, vat: lane.vat as 'import-vat' } }),
    ...(parties && { parties }),
    ...(quote && { quote }),
    ...(declaration && { declaration }),
    ...(state.supplementary && { supplementary: supplementaryView(state, state.supplementary) }),
    ...(transport !== null && { transport }),
    documents: documentViews(state),
    links: linksOf(state),
  }
}

function sameAsRecorded(state: CaseState) {
  const { reference, destination, orderIds, version, openedAt, updatedAt } = state
  const { attachments, obstacles, earlierLrns, controls, questions } = state
  const findings = [...state.findings, ...overdueSupplementary(state)]
  const { assessment, debts, insufficientFunds, requests, fileClosed, outcomeReason } = state
  return {
    ...{ reference, destination, orderIds, version, openedAt, updatedAt },
    ...{ attachments, findings, obstacles, earlierLrns, controls, questions },
    ...{ insufficientFunds, requests: requests.map(requestView), fileClosed },
    debts: debts.map((debt) => ({ ...debt, amount: shownMoney(debt.amount) })),
    securities: securityViews(state),
    penalties: penaltyViews(state),
    keptGoods: keptGoodsViews(state),
    ...(assessment && { assessment }),
    ...(outcomeReason !== undefined && { outcomeReason }),
    ...(state.exit && { exit: state.exit }),
    ...(state.returnOf && { returnOf: state.returnOf }),
    returns: state.returns ?? [],
  }
}

function supplementaryView({ quote, assessment }: CaseState, standing: SupplementaryStanding) {
  const { state, dueOn, attempt, earlierLrns, obstacles, rejected, initial } = standing
  const { lrn, mrn, outcomeUnknown = false } = attempt ?? {}
  return {
    ...{ state, dueOn, earlierLrns, obstacles, outcomeUnknown },
    ...(assessment === undefined && quote && { expected: quote.dueAtImport }),
    goodsChanged: initial !== undefined,
    ...(lrn !== undefined && { lrn }),
    ...(mrn !== undefined && { mrn }),
    ...(rejected && { rejectedLrn: rejected.lrn }),
  }
}

function securityViews({ securities = [] }: CaseState) {
  return securities.map(({ how: _, ...security }) => ({
    ...security,
    amount: shownMoney(security.amount),
    lowered: shownMoney(security.lowered),
    returned: shownMoney(security.returned),
    taken: shownMoney(security.taken),
  }))
}

function penaltyViews({ penalties = [] }: CaseState) {
  return penalties.map(({ how: _, amount, ...penalty }) => ({
    ...penalty,
    ...(amount && { amount: shownMoney(amount) }),
  }))
}

function keptGoodsViews({ keptGoods = [] }: CaseState) {
  return keptGoods.map(({ versionId: _, ...goods }) => goods)
}

function requestView({ proposal, ...request }: CaseState['requests'][number]) {
  if (proposal === undefined) return request
  const changes = proposal.fields.map((path) => {
    const dataElement = dataElementOfField(path)
    return { path, ...(dataElement && { dataElement }) }
  })
  return { ...request, changes }
}

function linksOf({ caseId, lane, parties, quote, declaration, supplementary }: CaseState) {
  const self = `/v1/cases/${caseId}`
  return {
    self,
    events: `${self}/events`,
    stream: `${self}/events/stream`,
    documents: `${self}/documents`,
    ledger: `${self}/ledger`,
    messages: `${self}/messages`,
    ...(lane && { lane: `${self}/lane` }),
    ...(parties && { parties: `${self}/parties` }),
    ...(quote && { quote: `${self}/quote` }),
    ...(declaration && { declaration: `${self}/declaration` }),
    ...(supplementary && {
      supplementaryDeclaration: `${self}/supplementary-declaration/form`,
      supplementaryChanges: `${self}/supplementary-declaration/changes`,
    }),
  }
}
