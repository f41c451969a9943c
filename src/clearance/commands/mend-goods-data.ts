import { Type, type Static } from 'typebox'
import type { Consignment, GoodsItem } from '../../customs/consignment/consignment.ts'
import type { Immutable } from '../../customs/immutable.ts'
import { checkCoins } from '../../customs/order/check-amounts.ts'
import type { Party } from '../../customs/order/party.ts'
import { dutiesOfBuyerUnderDdp } from '../../customs/order/check-terms.ts'
import { statedExit } from '../../customs/order/exit.ts'
import { orderLineSchema, orderSchema, preferenceClaimSchema } from '../../customs/order/order.ts'
import { eori } from '../../customs/order/schema.ts'
import { jsonPointer } from '../../customs/json-pointer.ts'
import { failure, type Failure, type Result, resultOf, success } from '../../customs/result.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { nextState } from '../life-cycle/life-cycle.ts'
import { mainLifeCycle } from '../life-cycle/main-life-cycle.ts'
import type { ClearancePorts } from '../ports.ts'
import { prepareCaseQueue } from '../queues.ts'
import { insertFacts, newFact, readFacts } from '../store/case-fact.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { replaceGoodsTerms } from '../store/search-terms.ts'
import { changeCase, notInThisState } from './change-case.ts'

const mendableFacts = Type.Pick(orderLineSchema, [
  'description',
  'commodityCode',
  'exportCommodityCode',
  'origin',
  'netWeightKg',
  'grossWeightKg',
  'additionalCodes',
  'supplementaryQuantity',
  'quantities',
  'documents',
])

/** What of one goods item can be mended, and which one it is. */
export const mendableOfItem = {
  itemNumber: Type.Integer({ minimum: 1 }),
  ...Type.Partial(mendableFacts).properties,
  /** A claim may be made after the order; `null` withdraws it. */
  vatRelief: Type.Optional(Type.Union([orderLineSchema.properties.vatRelief, Type.Null()])),
  preference: Type.Optional(Type.Union([preferenceClaimSchema, Type.Null()])),
  /** Where the goods are on the invoices of several sellers. */
  invoice: orderSchema.properties.commercialInvoice,
}

/** What of the goods data can be mended before the declaration; what is absent stays as it is. */
export const goodsDataMendingSchema = Type.Object(
  {
    ...Type.Partial(
      Type.Pick(orderSchema, [
        'freight',
        'insurance',
        'packages',
        'transport',
        'commercialInvoice',
        'authorityToAct',
        'incoterm',
        'dutiesBilledTo',
      ]),
    ).properties,
    /** Of goods that leave, whole; which import they go back from stays as it is. */
    exit: Type.Optional(Type.Object(statedExit, { additionalProperties: false })),
    /** Of the one seller of the goods; under it the seller imports, or exports. */
    sellerEori: Type.Optional(eori),
    goodsItems: Type.Optional(
      Type.Array(Type.Object(mendableOfItem, { additionalProperties: false }), { maxItems: 99 }),
    ),
  },
  { additionalProperties: false, minProperties: 1 },
)

/**
 * The type of {@link goodsDataMendingSchema}. Quantities and prices of the goods are not in it:
 * they are what was ordered, which nobody mends before the declaration. What was declared of them is
 * amended (`amended-goods.ts`).
 */
export type GoodsDataMending = Immutable<Static<typeof goodsDataMendingSchema>>

/** Mends what is missing or wrong in the goods data of a case and has it prepared anew. */
export async function mendGoodsData(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  input: { readonly caseId: string; readonly mending: GoodsDataMending; readonly version: number },
  context: ChangeContext,
): Promise<Result<CaseState>> {
  const { caseId, mending } = input
  const { tenantId, now } = context
  const mended = await changeCase(ports, transaction, caseId, {
    context,
    decide: async (state) => {
      if (state.version !== input.version) return staleVersion
      if (nextState(mainLifeCycle, state.main, 'goods-data-changed') === undefined) {
        return notInThisState(state, { en: 'mended', zh: '补正' })
      }
      const { facts, personal } = await readFacts<[Consignment]>(transaction, [state.consignment])
      const consignment = applyMending(facts[0], mending)
      if (!consignment.ok) return consignment
      const fact = newFact('consignment', consignment.value, personal)
      await insertFacts(transaction, [fact], { tenantId, caseId, at: now })
      const found = { consignment: consignment.value, personal }
      await replaceGoodsTerms(transaction, { tenantId, caseId }, found)
      const data = { consignment: fact.reference, what: whatIsMended(mending) }
      return success([{ type: 'goods-data-changed', data }])
    },
  })
  if (mended.ok) await enqueue(transaction, prepareCaseQueue, { tenantId, caseId })
  return mended
}

/** The case was read before it changed. */
export const staleVersion = failure({
  code: 'precondition-failed',
  path: '',
  message: 'The case has changed since it was read.',
  mend: 'Read it again and repeat the change with its present ETag.',
  zh: { message: '您读取之后，本案已有变更。', mend: '请重新读取，并以当前的 ETag 再次提交更改。' },
})

/**
 * The consignment with the mended facts in place. Fails with `not-found` for an item it has not, with
 * `invalid-input` for costs finer than a coin and with `currency-mismatch` for those in another
 * currency than the prices.
 */
export function applyMending(
  consignment: Consignment,
  { goodsItems = [], sellerEori, exit, ...others }: GoodsDataMending,
): Result<Consignment> {
  const facts = { ...others, ...(exit && { exit: exitOfSameReturn(consignment, exit) }) }
  const failures = goodsItems.flatMap(({ itemNumber }, index): Failure[] =>
    consignment.goodsItems.some((item) => item.itemNumber === itemNumber)
      ? []
      : [noSuchItem(itemNumber, index, consignment.goodsItems.length)],
  )
  const misplaced = misplacedInvoices(consignment, { goodsItems, ...facts })
  const terms = { ...consignment, ...facts }
  const faults = [
    ...failures,
    ...misplaced,
    ...costFaults(consignment, facts),
    ...dutiesOfBuyerUnderDdp(terms),
    ...(sellerEori !== undefined && consignment.parties.seller === undefined ? [noOneSeller] : []),
  ]
  return resultOf(faults, () => ({
    ...terms,
    ...(sellerEori !== undefined && { parties: withSellerEori(consignment.parties, sellerEori) }),
    goodsItems: consignment.goodsItems.map((item): GoodsItem => {
      const change = goodsItems.find(({ itemNumber }) => itemNumber === item.itemNumber)
      return change === undefined ? item : mendedItem(item, change)
    }),
  }))
}

/** What goods go back from was decided when their return was asked for. */
function exitOfSameReturn(
  { exit }: Consignment,
  stated: NonNullable<GoodsDataMending['exit']>,
): NonNullable<Consignment['exit']> {
  return { ...stated, ...(exit?.returnOf && { returnOf: exit.returnOf }) }
}

/** Where the seller hands the goods over itself, it is the exporter and consignor as well. */
function withSellerEori(parties: Consignment['parties'], eori: string): Consignment['parties'] {
  const { seller, exporter, consignor } = parties
  if (seller === undefined) return parties
  const registered = <P extends Party>(party: P): P =>
    party.name === seller.name ? { ...party, eori } : party
  return {
    ...parties,
    seller: { ...seller, eori },
    exporter: registered(exporter),
    consignor: registered(consignor),
  }
}

const noOneSeller: Failure = {
  code: 'conflict',
  path: '/sellerEori',
  message: 'The goods have several sellers, so none of them imports the whole.',
  mend: 'Agree on terms under which the buyer imports.',
  zh: {
    message: '货物有多个卖方，不能由其中一方进口整票货物。',
    mend: '请约定由买方进口的贸易术语。',
  },
}

/** What an order may not state of its costs cannot be mended into the case either. */
function costFaults(
  { currency }: Consignment,
  costs: Pick<GoodsDataMending, 'freight' | 'insurance'>,
): readonly Failure[] {
  return (['freight', 'insurance'] as const).flatMap((name): readonly Failure[] => {
    const value = costs[name]
    if (value === undefined) return []
    const path = jsonPointer(name)
    return value.currency === currency
      ? checkCoins({ path, value, times: 1 })
      : [otherCurrency(path, value.currency, currency)]
  })
}

type ItemMending = NonNullable<GoodsDataMending['goodsItems']>[number]

/** Claims are what can be taken away; all other facts are only corrected. */
function mendedItem(item: GoodsItem, { preference, vatRelief, ...facts }: ItemMending): GoodsItem {
  const { preference: claimedOrigin, vatRelief: claimedRate, ...goods } = item
  const origin = preference === undefined ? claimedOrigin : preference
  const rate = vatRelief === undefined ? claimedRate : vatRelief
  return {
    ...{ ...goods, ...facts },
    ...(rate !== undefined && rate !== null && { vatRelief: rate }),
    ...(origin && { preference: origin }),
  }
}

/** The invoice of one seller is stated once; the invoices of several stand with their own goods. */
function misplacedInvoices(
  consignment: Consignment,
  { commercialInvoice, goodsItems = [] }: GoodsDataMending,
): readonly Failure[] {
  const areSeveral = consignment.goodsItems.some(({ seller, invoice }) => seller ?? invoice)
  if (areSeveral) return commercialInvoice === undefined ? [] : [onSeveralInvoices]
  return goodsItems.flatMap(({ invoice }, index) =>
    invoice === undefined ? [] : [{ ...onOneInvoice, path: `/goodsItems/${index}/invoice` }],
  )
}

const onSeveralInvoices: Failure = {
  code: 'conflict',
  path: '/commercialInvoice',
  message: 'The goods are on the invoices of several sellers, of which none is that of the whole.',
  mend: 'State the invoice with each goods item.',
  zh: {
    message: '货物在多个卖方的发票上，没有一张是整票货物的发票。',
    mend: '请在各货物项中分别填写发票。',
  },
}

const onOneInvoice: Failure = {
  code: 'conflict',
  path: '',
  message: 'The goods are on one invoice, which is that of the consignment.',
  mend: 'State it as commercialInvoice.',
  zh: {
    message: '货物在同一张发票上，即整票货物的发票。',
    mend: '请填写为 commercialInvoice（商业发票）。',
  },
}

/** The failure of an amount that cannot be added to the others. */
export function otherCurrency(path: string, stated: string, currency: string): Failure {
  return {
    code: 'currency-mismatch',
    path: path + jsonPointer('currency'),
    message: `The amount is in ${stated}, the goods are priced in ${currency}.`,
    mend: 'State it in the currency of the invoice.',
    zh: {
      message: `该金额的货币为 ${stated}，而货物的价格为 ${currency}。`,
      mend: '请以发票币种填写。',
    },
  }
}

function noSuchItem(itemNumber: number, index: number, count: number): Failure {
  return {
    code: 'not-found',
    path: `/goodsItems/${index}/itemNumber`,
    message: `The consignment has no goods item ${itemNumber}.`,
    mend: `Its items are numbered from 1 to ${count}.`,
    zh: { message: `本票货物没有第${itemNumber}项。`, mend: `货物项编号为1至${count}。` },
  }
}

/** The facts that a change of goods data states, as JSON Pointers into them. */
export function whatIsMended({
  goodsItems = [],
  ...facts
}: {
  readonly goodsItems?: readonly { readonly itemNumber: number }[]
}): readonly string[] {
  const inItems = goodsItems.flatMap(({ itemNumber, ...change }) =>
    Object.keys(change).map((name) => `/goodsItems/${itemNumber - 1}/${name}`),
  )
  return [...Object.keys(facts).map((name) => `/${name}`), ...inItems]
}
