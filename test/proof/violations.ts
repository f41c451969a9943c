import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { CaseView } from '../../src/api/views/case-view.ts'
import { replay } from '../../src/clearance/evolve.ts'
import { readCase, readEvents } from '../../src/clearance/store/case-store.ts'
import { addDecimals, decimal, type DecimalText, isZero } from '../../src/customs/money/decimal.ts'
import type { Money } from '../../src/customs/money/money.ts'
import { inTenant, inTransaction } from '../../src/platform/postgres/index.ts'
import { asOwner } from './as-owner.ts'
import type { ProofInstallation } from './killable-installation.ts'
import type { RegisterLine } from './officer-desk.ts'
import { type Acknowledged, handIn, type SentOrder } from './order-journey.ts'

interface Ledger {
  readonly balances: readonly { readonly account: string; readonly balance: Money }[]
}

interface Messages {
  readonly sent: readonly { readonly kind: string; readonly lrn: string; readonly state: string }[]
  readonly received: readonly { readonly notificationId: string }[]
}

interface List {
  readonly items: readonly { readonly id: string }[]
}

/**
 * Everything that must hold whatever was killed, checked from outside where that is possible.
 *
 * @returns one sentence for each thing that does not hold
 */
export async function violations(
  installation: ProofInstallation,
  orders: readonly SentOrder[],
): Promise<readonly string[]> {
  const register = await installation.officers.register()
  const found = [
    ...(await deadJobs(installation)),
    ...(await strayNotifications(installation)),
    ...(register.length === orders.length
      ? []
      : [`${orders.length} orders were declared, but ${register.length} are in the register`]),
  ]
  const deferred: DecimalText[] = []
  for (const order of orders) {
    const { broken, deferredGbp } = await violationsOf(installation, order, register).catch(
      (error: unknown) => ({ broken: [String(error)], deferredGbp: decimal('0') }),
    )
    const { reference } = order.order
    found.push(...broken.map((sentence) => `${reference}: ${sentence}`))
    deferred.push(deferredGbp)
  }
  return [...found, ...(await differenceToAuthority(installation, addDecimals(...deferred)))]
}

interface OrderFindings {
  readonly broken: readonly string[]
  /** What our ledger says was charged to the deferment account for this order. */
  readonly deferredGbp: DecimalText
}

async function violationsOf(
  installation: ProofInstallation,
  sent: SentOrder,
  register: readonly RegisterLine[],
): Promise<OrderFindings> {
  const { client } = sent
  const received = await handIn(sent)
  const path = `/v1/cases/${received.caseId}`
  const view = await client.get<CaseView>(path)
  const ledger = await client.get<Ledger>(`${path}/ledger`)
  const broken = [
    ...(await oneOfEach(sent, received)),
    ...rightEnd(view),
    ...evenLedger(ledger),
    ...(await messagesInOrder(installation, sent, { path, view, register })),
    ...(await recordAgrees(installation, sent, received.caseId)),
  ]
  const deferred = ledger.balances.filter(({ account }) => account.startsWith('deferment:'))
  const amounts = deferred.map(({ balance }) => balance.amount)
  return { broken, deferredGbp: addDecimals(decimal('0'), ...amounts) }
}

/** The answer to a repeated request has led to the one order and the one case that there are. */
async function oneOfEach(
  { client }: SentOrder,
  { orderId, caseId }: Acknowledged,
): Promise<readonly string[]> {
  const ids = async (path: string): Promise<readonly string[]> =>
    (await client.get<List>(path)).items.map(({ id }) => id)
  const orders = await ids('/v1/orders')
  const cases = await ids('/v1/cases')
  const broken: string[] = []
  if (!isDeepStrictEqual(orders, [orderId])) broken.push(`its orders are ${orders.join(', ')}`)
  if (!isDeepStrictEqual(cases, [caseId])) broken.push(`its cases are ${cases.join(', ')}`)
  return broken
}

function rightEnd({ state, debts, assessment, earlierLrns }: CaseView): readonly string[] {
  const broken: string[] = []
  if (state !== 'cleared') broken.push(`it ended ${state} rather than cleared`)
  if (!debts.every((debt) => debt.state === 'paid')) broken.push('a debt is not paid')
  if (assessment?.state !== 'final') broken.push('its assessment is not final')
  if (assessment?.differences.length !== 0) broken.push('it was not assessed as quoted')
  if (earlierLrns.length > 0) broken.push(`it was declared before as ${earlierLrns.join(', ')}`)
  return broken
}

function evenLedger({ balances }: Ledger): readonly string[] {
  const sum = addDecimals(decimal('0'), ...balances.map(({ balance }) => balance.amount))
  const owed = balances.find(({ account }) => account === 'owed-to-customs')
  const broken: string[] = []
  if (balances.length === 0) broken.push('its ledger is empty')
  if (!isZero(sum)) broken.push(`its ledger sums to ${sum}`)
  if (owed !== undefined && !isZero(owed.balance.amount)) {
    broken.push(`${owed.balance.amount} is still owed to customs`)
  }
  return broken
}

interface ExchangeFacts {
  readonly path: string
  readonly view: CaseView
  readonly register: readonly RegisterLine[]
}

/** Each message was sent, each declaration lodged once, each notification received once. */
async function messagesInOrder(
  { officers }: ProofInstallation,
  { client }: SentOrder,
  { path, view, register }: ExchangeFacts,
): Promise<readonly string[]> {
  const { sent, received } = await client.get<Messages>(`${path}/messages`)
  const broken = sent
    .filter(({ state }) => state !== 'sent')
    .map(({ kind, lrn, state }) => `its ${kind} ${lrn} is ${state}`)
  const kinds = sent.flatMap(({ kind }) => (kind === 'letter' ? [] : [kind])).sort()
  if (!isDeepStrictEqual(kinds, ['arrival', 'declaration'])) {
    broken.push(`its messages are ${kinds.join(', ')}`)
  }
  const lrn = view.declaration?.lrn ?? 'none'
  const entries = register.filter((line) => line.lrn === lrn)
  const mrns = entries.flatMap((line) => line.mrns)
  if (!isDeepStrictEqual(mrns, [view.declaration?.mrn])) {
    broken.push(`LRN ${lrn} is in the register as ${mrns.join(', ')}`)
    return broken
  }
  const { notifications } = await officers.dossier(mrns[0]!)
  const known = new Set(received.map(({ notificationId }) => notificationId))
  if (known.size !== received.length) broken.push('a notification is stored twice')
  if (received.length < notifications.length) {
    broken.push(`${notifications.length} notifications came, ${received.length} are stored`)
  }
  return broken
}

/** The stored state is what the record of events leads to. */
function recordAgrees(
  { database }: ProofInstallation,
  { tenant: { tenantId } }: SentOrder,
  caseId: string,
): Promise<readonly string[]> {
  return inTenant(database, tenantId, async (transaction) => {
    const replayed = replay(await readEvents(transaction, caseId))
    const stored = await readCase(transaction, caseId)
    // What JSON cannot carry, such as a field that is there but undefined, is no difference.
    const same = isDeepStrictEqual(JSON.parse(JSON.stringify(replayed)), stored)
    return same ? [] : ['its stored state is not what its events lead to']
  })
}

async function deadJobs({ database }: ProofInstallation): Promise<readonly string[]> {
  const rows = await inTransaction(database, async (transaction) => {
    const found = await sql<{ queue: string; count: number }>`
      select name as queue, count(*)::int from pgboss.job
      where state = 'failed' or name like '%-dead' group by name`.execute(transaction)
    return found.rows
  })
  return rows.map(({ queue, count }) => `${count} jobs of ${queue} have failed for good`)
}

function strayNotifications({ databases }: ProofInstallation): Promise<readonly string[]> {
  return asOwner(databases, async (transaction) => {
    const { rows } = await sql<{ why: string }>`select why from stray_notification`.execute(
      transaction,
    )
    return rows.map(({ why }) => `a notification found no case: ${why}`)
  })
}

/** What the authority has charged is what our ledgers say, so nothing was charged twice. */
async function differenceToAuthority(
  { officers }: ProofInstallation,
  deferredGbp: DecimalText,
): Promise<readonly string[]> {
  const accounts = await officers.defermentAccounts()
  const charged = addDecimals(decimal('0'), ...accounts.map(({ owedGbp }) => decimal(owedGbp)))
  // A payment from the account is a credit in our ledger and a debt in the authority's book.
  const difference = addDecimals(charged, deferredGbp)
  if (isZero(difference)) return []
  return [`the authority has charged ${charged}, our ledgers say ${deferredGbp}`]
}
