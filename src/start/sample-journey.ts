import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CaseView } from '../api/views/case-view.ts'
import { moneyText } from '../customs/money/money-text.ts'
import { addDecimals, isZero } from '../customs/money/decimal.ts'
import type { Money } from '../customs/money/money.ts'
import type { Order } from '../customs/order/order.ts'
import type { Quote } from '../customs/quote/quote.ts'
import { checkoutFolder } from '../platform/checkout.ts'
import { systemClock } from '../platform/clock.ts'
import { newLocalReference } from '../platform/ids.ts'
import { type JourneyClient, JourneyFailed, type Wait } from './journey-client.ts'
import type { Fact, Narrator } from './narrator.ts'

const STEP_TIME_LIMIT_MS = 60_000

/** The sample order as shipped, under a reference of its own so that it can be sent any number of times. */
async function readSampleOrder(): Promise<Order> {
  const path = join(checkoutFolder, 'examples', 'marketplace-cn-gb.json')
  const order = JSON.parse(await readFile(path, 'utf8')) as Order
  return { ...order, reference: `SAMPLE-${newLocalReference()}` }
}

/**
 * Takes a sample order from its quote to the delivered parcel through the HTTP interface, against
 * the running services and the sandbox authority, and tells each step with its facts.
 *
 * @throws JourneyFailed saying which step did not come out and why
 */
export async function sampleJourney(
  client: JourneyClient,
  tell: Narrator,
  publicUrl: string,
): Promise<void> {
  const order = await readSampleOrder()
  tellQuote(tell, order, await client.post<Quote>('/v1/quotes', order))
  const received = await client.post<{ orderId: string; caseId: string }>('/v1/orders', order)
  const path = `/v1/cases/${received.caseId}`
  const link = (suffix: string): Fact => ['see', `${publicUrl}${path}${suffix}`]
  tell.step('Order received, case opened', [
    ['order', `${order.reference} (${received.orderId})`],
    link(''),
  ])

  tellPrepared(tell, await caseIn(client, path, 'ready'), `${publicUrl}${path}`)
  await client.post(`${path}/declare`, { additionalType: 'D' })
  tellRegistered(tell, await caseIn(client, path, 'registered'), link('/messages'))
  await report(client, path, 'goods-departed', 'Ningbo')
  await report(client, path, 'goods-arrived', 'London Heathrow')
  tell.step('The carrier reports the arrival, which is passed on to the authority', [
    ['arrived at', 'London Heathrow'],
  ])

  const released = await caseThat(client, path, {
    what: 'waiting for the goods to be released and the charges paid',
    satisfied: (view) => isReleasedAndPaid(view) && hasItsTimes(view),
  })
  tellReleased(tell, released, link('/events'))
  await settle(client, tell, path, released)
  await report(client, path, 'goods-delivered', 'Manchester')
  const delivered = await caseIn(client, path, 'delivered')
  const tracking = await client.post<{ url: string }>(`${path}/tracking-links`, {})
  tell.step('Delivered', [
    ['state', delivered.state],
    ['tracking', tracking.url],
  ])
}

async function caseIn(
  client: JourneyClient,
  path: string,
  ...states: readonly CaseView['state'][]
): Promise<CaseView> {
  return caseThat(client, path, {
    what: `waiting for the case to be ${states.join(' or ')}`,
    satisfied: ({ state }) => states.includes(state),
  })
}

function caseThat(
  client: JourneyClient,
  path: string,
  wait: Pick<Wait<CaseView>, 'what' | 'satisfied'>,
): Promise<CaseView> {
  return client.until<CaseView>(path, {
    ...wait,
    hopeless: whyHopeless,
    timeLimitMs: STEP_TIME_LIMIT_MS,
  })
}

/**
 * The authority's messages come in any order, so a release may be known before what was charged; in
 * the lanes of Northern Ireland nothing is, and nothing is told of it.
 */
export function isReleasedAndPaid({ state, lane, assessment, debts }: CaseView): boolean {
  const isAssessed = assessment?.state === 'final' || lane?.lane.startsWith('ni-') === true
  return (
    (state === 'released' || state === 'cleared') &&
    isAssessed &&
    debts.every((debt) => debt.state === 'paid')
  )
}

function whyHopeless({ state, obstacles, findings, outcomeReason }: CaseView): string | undefined {
  const blocking = findings.filter(({ severity }) => severity === 'blocking')
  const sentences = [
    ...obstacles.map(({ message }) => message),
    ...blocking.map(({ message }) => message.en),
    ...(outcomeReason === undefined ? [] : [outcomeReason]),
  ]
  return sentences.length === 0 ? undefined : `it is ${state}. ${sentences.join(' ')}`
}

/** The acceptance may be told after the release that it led to. */
function hasItsTimes({ declaration }: CaseView): boolean {
  return declaration?.acceptedAt !== undefined && declaration.releasedAt !== undefined
}

/** A fact that has to be known by this step; the sample shall not look as if all were well without it. */
function told<T>(fact: T | undefined): T {
  if (fact === undefined) throw new JourneyFailed('the case does not say what it has to say by now')
  return fact
}

function tellQuote(tell: Narrator, order: Order, { charges, totals, lane }: Quote): void {
  tell.step(
    `Quote for order ${order.reference}: ${order.shipFrom.country} to ${order.deliverTo.country}`,
    [
      ['lane', `${lane.lane}, ${lane.reasons[0]?.text.en ?? ''}`],
      ['customs value', moneyText(totals.customsValue)],
      ...charges.map((charge): Fact => [charge.taxType ?? charge.kind, charge.formula.en]),
      ['due at import', `${moneyText(totals.dueAtImport)}, billed to the ${order.dutiesBilledTo}`],
    ],
  )
}

function tellPrepared(tell: Narrator, view: CaseView, url: string): void {
  const { parties, documents } = view
  tell.step('Prepared: parties decided, papers made out, checks passed', [
    [
      'importer',
      `${told(parties?.importerOfRecord)}, ${told(parties?.representation)} representation`,
    ],
    ['payer', told(parties?.payer)],
    ...documents.map((document): Fact => [document.kind, `${url}/documents/${document.name}.pdf`]),
  ])
}

function tellRegistered(tell: Narrator, { declaration }: CaseView, messages: Fact): void {
  tell.step('Declared before arrival, registered by the authority', [
    ['LRN', told(declaration?.lrn)],
    ['MRN', told(declaration?.mrn)],
    ['DUCR', told(declaration?.ducr)],
    messages,
  ])
}

function tellReleased(tell: Narrator, view: CaseView, events: Fact): void {
  const { assessment, declaration, debts } = view
  tell.step('Accepted and assessed by the authority', [
    ['accepted at', told(declaration?.acceptedAt)],
    ...(assessment?.lines ?? []).map((line): Fact => [
      `item ${line.itemNumber} ${line.taxType}`,
      `${line.base === undefined ? '' : `${moneyText(line.base)} at ${told(line.ratePercent)} % = `}${moneyText(line.assessed)}`,
    ]),
    ['payable', moneyText(told(assessment).payable)],
    ['against quote', differencesText(view)],
  ])
  const paid = debts.map(({ taxType, state, amount }) => `${taxType} ${moneyText(amount)} ${state}`)
  tell.step('Paid and released', [
    ['debts', paid.join(', ')],
    ['released at', told(declaration?.releasedAt)],
    events,
  ])
}

function differencesText({ assessment }: CaseView): string {
  const differences = assessment?.differences ?? []
  if (differences.length === 0) return 'no difference'
  return differences.map(({ explanation }) => explanation.en).join(' ')
}

/** The seller pays what the case has cost; then every account of the case has to be even. */
async function settle(
  client: JourneyClient,
  tell: Narrator,
  path: string,
  { parties, assessment }: CaseView,
): Promise<void> {
  const payer = parties?.payer ?? ''
  await client.post(`${path}/payments`, {
    payer,
    amount: assessment?.payable,
    reference: `SETTLE-${newLocalReference()}`,
  })
  const ledger = await client.get<Ledger>(`${path}/ledger`)
  const sum = addDecimals(...ledger.balances.map(({ balance }) => balance.amount))
  const owed = ledger.balances.find(({ account }) => account === 'owed-to-customs')
  if (!isZero(sum) || (owed !== undefined && !isZero(owed.balance.amount))) {
    throw new JourneyFailed(
      `the ledger of the case does not balance: ${JSON.stringify(ledger.balances)}`,
    )
  }
  tell.step(`The ${payer} settles; the ledger balances to zero`, [
    ...ledger.balances.map(({ account, balance }): Fact => [account, moneyText(balance)]),
    ['sum', sum],
  ])
}

interface Ledger {
  readonly balances: readonly { readonly account: string; readonly balance: Money }[]
}

async function report(
  client: JourneyClient,
  path: string,
  event: string,
  place: string,
): Promise<void> {
  const occurredAt = systemClock.now()
  const source = 'Meridian Air Express'
  await client.post(`${path}/transport-events`, { event, occurredAt, place, source })
}
