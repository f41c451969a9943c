import { Type, type Static } from 'typebox'

import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import { consignmentFromOrder } from '../../customs/consignment/consignment-from-order.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import { type PiecesBack, returnOrder } from '../../customs/consignment/return-order.ts'
import type { Immutable } from '../../customs/immutable.ts'
import { checkOrder } from '../../customs/order/check-order.ts'
import { returnReason, statedExit } from '../../customs/order/exit.ts'
import { orderSchema } from '../../customs/order/order.ts'
import type { Party } from '../../customs/order/party.ts'
import { eori, text } from '../../customs/order/schema.ts'
import type { PartiesDecision } from '../../customs/parties/parties-decision.ts'
import { checked, failure, type Failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { notExportable } from '../declaring/export-covered.ts'
import type { ReturnData } from '../events/case-event.ts'
import type { MainState } from '../life-cycle/main-life-cycle.ts'
import { isErased } from '../personal/personal-record.ts'
import type { ClearancePorts } from '../ports.ts'
import { readFacts } from '../store/case-fact.ts'
import { readCases } from '../store/case-store.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { changeCase, notInThisState } from './change-case.ts'
import { openCase } from './open-case.ts'
import { receiveOrder } from './receive-order.ts'

const piecesSchema = Type.Object(
  {
    itemNumber: Type.Integer({ minimum: 1, description: 'goods item of the import' }),
    quantity: Type.Integer({ minimum: 1, description: 'number of pieces that go back' }),
  },
  { additionalProperties: false },
)

const { incoterm, transport, freight, insurance, packages, authorityToAct, commercialInvoice } =
  orderSchema.properties

/** What is told of goods that go back; what is absent and needed is asked for by the new case. */
export const returnGoodsSchema = Type.Object(
  {
    reason: returnReason,
    goodsItems: Type.Optional(
      Type.Array(piecesSchema, {
        minItems: 1,
        maxItems: 99,
        description: 'what goes back; all that has not gone back yet where it is absent',
      }),
    ),
    reference: Type.Optional(text(35, 'of the order by which the goods go back, unique')),
    /** The terms of the way back, which are not those of the sale. */
    incoterm,
    transport,
    ...{ freight, insurance, packages, authorityToAct, commercialInvoice },
    exit: Type.Optional(Type.Object(statedExit, { additionalProperties: false })),
    deliverTo: Type.Optional({
      ...orderSchema.properties.deliverTo,
      description: 'where the goods go, unless it is the place that they came from',
    }),
    exporterEori: Type.Optional(eori),
  },
  { additionalProperties: false },
)

/** The type of {@link returnGoodsSchema}. */
export type GoodsReturn = Immutable<Static<typeof returnGoodsSchema>>

/** Goods in free circulation here: what is not let in, or not yet, has other ways to go. */
const RETURNABLE: ReadonlySet<MainState> = new Set(['released', 'cleared', 'delivered'])

/** Ends of an export by which nothing has left; its pieces can go by another. */
const NOTHING_LEAVES: ReadonlySet<MainState> = new Set(['expired', 'invalidated', 'refused'])

/** The case of the export by which goods go back, and the order that it clears. */
export interface OpenedReturn {
  readonly caseId: string
  readonly orderId: string
}

/**
 * Sends goods of an import back: opens the case of the export, in which whoever imported them exports
 * them to whoever sold them, and records it on both cases. The import keeps what was paid for it; a claim
 * for repayment is another matter, for which the export is the proof.
 */
export async function returnGoods(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  input: { readonly caseId: string; readonly asked: GoodsReturn },
  context: ChangeContext,
): Promise<Result<OpenedReturn>> {
  let opened: OpenedReturn | undefined
  const changed = await changeCase(ports, transaction, input.caseId, {
    context,
    decide: async (state) => {
      const made = await openReturn(ports, transaction, { state, asked: input.asked }, context)
      if (!made.ok) return made
      opened = made.value
      const { caseId, reference, reason, goods } = made.value
      return success([{ type: 'return-opened', data: { caseId, reference, reason, goods } }])
    },
  })
  if (!changed.ok) return changed
  if (opened === undefined) throw new Error('a return that was recorded has been opened')
  return success({ caseId: opened.caseId, orderId: opened.orderId })
}

interface Asked {
  readonly state: CaseState
  readonly asked: GoodsReturn
}

async function openReturn(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  { state, asked }: Asked,
  context: ChangeContext,
): Promise<Result<OpenedReturn & ReturnData>> {
  const { parties, declaration } = state
  if (parties === undefined || !RETURNABLE.has(state.main)) {
    return notInThisState(state, { en: 'sent back by an export', zh: '退运出口' })
  }
  if (declaration?.mrn === undefined) return failure(noMrn)
  if (await isErased(transaction, state.orderIds)) return failure(peopleErased)
  const { facts } = await readFacts<[Consignment, PartiesDecision]>(transaction, [
    state.consignment,
    parties.decision,
  ])
  const [consignment, { importerOfRecord }] = facts
  const left = await piecesLeft(transaction, state, consignment)
  const goods = asked.goodsItems ?? left.filter(({ quantity }) => quantity > 0)
  const within = checked(goodsFaults(goods, left))
  if (!within.ok) return within
  const order = returnOrder(consignment, {
    exporter: withEori(importerOfRecord.value.party, asked.exporterEori),
    importMrn: declaration.mrn,
    reason: asked.reason,
    goods,
    way: wayBack(state, asked, context),
  })
  if (!order.ok) return order
  const exported = consignmentFromOrder(order.value)
  const { knownCodes } = ports.reference
  const sound = checked([...checkOrder(order.value, knownCodes), ...notExportable(exported)])
  if (!sound.ok) return sound
  const received = await receiveOrder(transaction, order.value, context)
  if (!received.ok) return received
  const { orderId } = received.value
  const { caseId: importId, reference: ofImport } = state
  const returnOf = { caseId: importId, reference: ofImport, mrn: declaration.mrn }
  const newCase = { orderIds: [orderId], consignment: exported, returnOf }
  const opened = await openCase(ports, transaction, newCase, context)
  if (!opened.ok) return opened
  const { caseId, reference } = opened.value
  return success({ caseId, orderId, reference, reason: asked.reason, goods })
}

/** Pieces of each goods item that no export takes back yet. */
async function piecesLeft(
  transaction: TenantTransaction,
  { returns = [] }: CaseState,
  { goodsItems }: Consignment,
): Promise<readonly PiecesBack[]> {
  const cases = await readCases(
    transaction,
    returns.map(({ caseId }) => caseId),
  )
  const failed = new Set(
    cases.filter(({ state }) => NOTHING_LEAVES.has(state.main)).map(({ caseId }) => caseId),
  )
  const gone = returns.filter(({ caseId }) => !failed.has(caseId)).flatMap(({ goods }) => goods)
  return goodsItems.map(({ itemNumber, quantity }) => ({
    itemNumber,
    quantity: gone
      .filter((pieces) => pieces.itemNumber === itemNumber)
      .reduce((left, pieces) => left - pieces.quantity, quantity),
  }))
}

function goodsFaults(
  goods: readonly PiecesBack[],
  left: readonly PiecesBack[],
): readonly Failure[] {
  if (goods.length === 0) return [nothingLeft]
  return goods.flatMap(({ itemNumber, quantity }, index): readonly Failure[] => {
    const path = `/goodsItems/${index}`
    const item = left.find((one) => one.itemNumber === itemNumber)
    if (item === undefined) return [noSuchItem(`${path}/itemNumber`, itemNumber)]
    const isNamedBefore = goods.slice(0, index).some((one) => one.itemNumber === itemNumber)
    if (isNamedBefore) return [namedTwice(`${path}/itemNumber`, itemNumber)]
    return quantity > item.quantity ? [tooMany(`${path}/quantity`, item)] : []
  })
}

function withEori(party: Party, stated: string | undefined): Party {
  return stated === undefined ? party : { ...party, eori: stated }
}

function wayBack(
  { reference, returns = [] }: CaseState,
  { reason: _, goodsItems: __, exporterEori: ___, ...way }: GoodsReturn,
  { now }: ChangeContext,
) {
  // The number of the return is kept where the reference of the import is long.
  const ending = `-R${returns.length + 1}`
  const own = reference.slice(0, REFERENCE_LENGTH - ending.length) + ending
  return { ...way, reference: way.reference ?? own, orderedOn: dateInLondon(now) }
}

const REFERENCE_LENGTH = 35

const noMrn: Failure = {
  code: 'conflict',
  path: '',
  message: 'The import has no MRN that an export could name.',
  mend: 'Wait until customs have told it.',
  zh: { message: '该进口没有可供出口申报引用的 MRN。', mend: '请等待海关告知。' },
}

const peopleErased: Failure = {
  code: 'conflict',
  path: '',
  message:
    'The personal data of this import were erased, so nobody is known who could send goods back.',
  mend: 'Hand the goods in as an order of their own, with the MRN of the import.',
  zh: {
    message: '本进口案的个人资料已删除，无法得知由谁退运。',
    mend: '请另行提交出口订单，并填写进口 MRN。',
  },
}

const nothingLeft: Failure = {
  code: 'conflict',
  path: '/goodsItems',
  message: 'All goods of this import go back already.',
  mend: 'Withdraw the export that takes them, if they are to go by another.',
  zh: { message: '该进口的全部货物均已办理退运。', mend: '如须另行退运，请先撤销已有的出口申报。' },
}

function noSuchItem(path: string, itemNumber: number): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `The import has no goods item ${itemNumber}.`,
    mend: 'Name an item by its number in the import.',
    zh: { message: `该进口没有第${itemNumber}项货物。`, mend: '请按进口的商品项号填写。' },
  }
}

function namedTwice(path: string, itemNumber: number): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `Goods item ${itemNumber} is named twice.`,
    mend: 'State all of its pieces at once.',
    zh: { message: `第${itemNumber}项货物重复填写。`, mend: '请一次填写该项的全部件数。' },
  }
}

function tooMany(path: string, { itemNumber, quantity }: PiecesBack): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `Of item ${itemNumber}, ${quantity} can go back: no more came in, or others go already.`,
    mend: 'State no more pieces than that.',
    zh: {
      message: `第${itemNumber}项最多可退运 ${quantity} 件：进口件数有限，或已另行退运。`,
      mend: '请填写不超过该数的件数。',
    },
  }
}
