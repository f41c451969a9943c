import { failure, success, type Result } from '../../customs/result.ts'
import { keptGoodsEnds, type KeptGoods, type MovedKeptGoods } from '../kept/kept-goods.ts'
import type { AccountBook } from '../processing/account-book.ts'
import { note, unchanged, wakeAt, type LodgementChange } from '../processing/change.ts'
import { notAssessable } from './correct-items.ts'
import { wrongState, type Desk } from './decision.ts'
import { assessAt, notOpen, toldOfParts, withoutKept } from './keep-goods-back.ts'
import { balance } from './reassess-after-review.ts'

/** What becomes of goods that were kept back. */
export interface KeptGoodsOrder {
  readonly number: number
  readonly becomes: MovedKeptGoods['state']
  /** Told to the trader. */
  readonly reason: string
  /** The cashier's receipt, where goods are given back for which duty is to be paid in cash. */
  readonly paymentReference?: string
}

/**
 * Seizes what was detained, gives goods back, or records that they are forfeited or destroyed. For goods that
 * are given back the declaration covers them again (07, 13): duty is due as on the day of acceptance, charged
 * with the rest before the release and by itself afterwards.
 */
export function decideKeptGoods(
  desk: Desk,
  order: KeptGoodsOrder,
  accounts: AccountBook,
): Result<LodgementChange> {
  const goods = desk.keptGoods.find(({ number }) => number === order.number)
  if (goods === undefined) return unknownGoods(order.number)
  if (!keptGoodsEnds[goods.state].includes(order.becomes)) return notOpen()
  if (order.becomes === 'restored') return restore(desk, { goods, order, accounts })
  const { lodgement, now } = desk
  const change = decided(unchanged(lodgement), desk, order)
  // An entry that waits keeps being looked at.
  return success(lodgement.state === 'accepted' ? wakeAt(change, now) : change)
}

interface Restoring {
  readonly goods: KeptGoods
  readonly order: KeptGoodsOrder
  readonly accounts: AccountBook
}

function restore(desk: Desk, { goods, order, accounts }: Restoring): Result<LodgementChange> {
  const wrong = wrongState(desk, ['accepted', 'released', 'cleared'])
  if (wrong !== undefined) return wrong
  const { items } = goods
  const declaration = withoutKept(desk.lodgement.declaration, items)
  const assessed = assessAt(desk, declaration)
  if (!assessed.ok) return notAssessable(assessed.errors)
  const { assessment } = assessed
  const told = toldOfParts(desk, { declaration, items, reason: order.reason, assessment })
  const change = decided(told, desk, order)
  return desk.lodgement.state === 'accepted'
    ? success(wakeAt(change, desk.now))
    : balance(change, { desk, assessment, accounts, order })
}

function decided(
  change: LodgementChange,
  { officer }: Desk,
  order: KeptGoodsOrder,
): LodgementChange {
  const { number, becomes: state, reason: because } = order
  const what = state === 'seized' ? 'seized kept goods' : `kept goods: ${state}`
  const noted = note(change, { actor: officer, what, detail: order })
  return { ...noted, movedKeptGoods: { number, state, by: officer, because } }
}

function unknownGoods(number: number): ReturnType<typeof failure> {
  return failure({
    code: 'not-found',
    path: '/number',
    message: `Nothing was kept back of this declaration under the number ${number}.`,
    mend: 'Read the dossier again.',
    zh: { message: `该申报没有编号为 ${number} 的留置货物。`, mend: '请重新读取卷宗。' },
  })
}
