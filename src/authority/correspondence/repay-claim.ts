import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { openDossier } from '../officers/act.ts'
import { repay, type RepaidLine } from '../officers/repay.ts'
import { openAccountBook } from '../store/account-store.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'
import { writeAccounts, writeChanges } from '../store/write-changes.ts'
import { correctAsTold } from './decision-effects.ts'
import type { Deciding, DecisionEffect } from './decide-thread.ts'
import type { Claim } from './letter.ts'

/** What was given back on a claim, as the trader's software is told. */
export interface RepaymentNotice {
  readonly kind: 'repayment'
  readonly mrn: string
  readonly claim: string
  readonly lines: readonly RepaidLine[]
  /** The deferment account that was credited, where taxes were deferred. */
  readonly accountNumber?: string
  readonly paidOn: LocalDate
}

/**
 * Grants a claim: what was paid too much is corrected as told, for goods that went back or were destroyed
 * their share is given back. There is no notification of CDS for it; the decision tells of it.
 */
export async function grantClaim(deciding: Deciding): Promise<Result<DecisionEffect>> {
  const { thread, order } = deciding
  const claim = thread.matter?.claim
  if (claim === undefined) throw new Error(`${thread.reference} claims nothing`)
  if (claim.basis === 'overpaid') {
    return order.items === undefined ? failure(noItems) : correctAsTold(deciding)
  }
  if (order.outcome === 'accepted-in-part' && order.goods === undefined) return failure(noGoods)
  return giveBack(deciding, claim)
}

async function giveBack(deciding: Deciding, claim: Claim): Promise<Result<DecisionEffect>> {
  const { transaction, office, thread, order, officer, now } = deciding
  const desk = await openDossier(transaction, office, { mrn: thread.mrn ?? '', officer })
  if (!desk.ok) return desk
  const { lodgement } = desk.value
  const { defermentAccounts } = lodgement.declaration
  const accounts = await openAccountBook(transaction, defermentAccounts)
  const repaid = repay(
    desk.value,
    {
      claim: thread.reference,
      goods: order.goods ?? goodsOf(claim),
      withoutVat: claim.isVatReclaimed,
      earlier: await repaidBefore(transaction, lodgement.id),
    },
    accounts,
  )
  if (!repaid.ok) return repaid
  const moment = { officeAt: now, wallAt: office.wallClock.now() }
  await writeChanges(transaction, [repaid.value.change], moment)
  await writeAccounts(transaction, accounts.changes())
  const { lines } = repaid.value
  const [accountNumber] = defermentAccounts
  const isDeferred = lines.some(({ method }) => method === 'E')
  const notice: RepaymentNotice = {
    ...{ kind: 'repayment', mrn: lodgement.mrn, claim: thread.reference, lines },
    ...(isDeferred && accountNumber !== undefined && { accountNumber }),
    paidOn: dateInLondon(now),
  }
  return success({ details: { effect: 'repaid' }, notice })
}

function goodsOf({ goods }: Claim) {
  return goods.map(({ goodsItem, returned = '0', of = '0' }) => ({ goodsItem, returned, of }))
}

/** What stands in the dossier of claims that were granted. */
async function repaidBefore(
  transaction: AuthorityTransaction,
  lodgementId: string,
): Promise<readonly RepaidLine[]> {
  const entries = await transaction
    .selectFrom('dossier_entry')
    .select('detail')
    .where('lodgement_id', '=', lodgementId)
    .where('what', '=', 'repaid a claim')
    .execute()
  return entries.flatMap(
    ({ detail }) => (detail as { readonly lines: readonly RepaidLine[] }).lines,
  )
}

const noItems: Failure = {
  code: 'invalid-input',
  path: '/items',
  message: 'What was paid too much follows from what the goods items should have been declared as.',
  mend: 'State what at least one goods item is to be held for.',
  zh: { message: '多缴税款须根据货物应申报的内容确定。', mend: '请至少更正一项货物。' },
}

const noGoods: Failure = {
  code: 'invalid-input',
  path: '/goods',
  message: 'A claim that is granted in part names the goods of that part.',
  mend: 'State for which goods items, and for how much of them, it is granted.',
  zh: { message: '部分批准须写明批准的货物。', mend: '请填写批准的货物项及数量。' },
}
