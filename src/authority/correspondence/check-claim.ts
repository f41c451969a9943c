import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { compareDecimals, decimal, isPositive } from '../../customs/money/decimal.ts'
import type { OpeningFacts } from './check-opening.ts'
import type { Claim } from './letter.ts'
import type { LetterRefusal } from './letter-refusal.ts'

/** Why a claim for repayment is not taken: its time is over, it lacks its proof, or names other goods. */
export function claimFault(
  claim: Claim | undefined,
  { lodgement, lastDay, today }: OpeningFacts,
): LetterRefusal | undefined {
  if (claim === undefined || lodgement === undefined) return undefined
  const { state, acceptedAt, declaration } = lodgement
  if (state !== 'cleared' || acceptedAt === undefined) return stillOpen
  const last = lastDay(`claim-${claim.basis}`, dateInLondon(acceptedAt))
  if (today > last) return tooLate(last)
  const known = new Set(declaration.items.map(({ sequence }) => sequence))
  const index = claim.goods.findIndex(({ goodsItem }) => !known.has(goodsItem))
  if (index >= 0) return unknownGoods(index)
  return claim.basis === 'overpaid' ? undefined : returnFault(claim)
}

function returnFault({ goods, exportMrn, destruction }: Claim): LetterRefusal | undefined {
  const index = goods.findIndex(({ returned, of }) => !isShare(returned, of))
  if (index >= 0) return noShare(index)
  return exportMrn === undefined && destruction === undefined ? noProof : undefined
}

function isShare(returned: string | undefined, of: string | undefined): boolean {
  if (returned === undefined || of === undefined) return false
  const share = decimal(returned)
  return isPositive(share) && compareDecimals(share, decimal(of)) <= 0
}

const stillOpen: LetterRefusal = {
  code: 'malformed',
  path: '/mrn',
  message: 'The file of this declaration is still open; claims are made once it is cleared.',
  zh: { message: '该申报尚未结案；结案后方可申请退税。' },
}

const noProof: LetterRefusal = {
  code: 'malformed',
  path: '/claim/exportMrn',
  message:
    'A claim for goods that went back names their export, or the certificate of destruction.',
  zh: { message: '退运货物的退税申请须写明出口申报编号或销毁证明。' },
}

function tooLate(lastDay: LocalDate): LetterRefusal {
  return {
    code: 'too-late',
    path: '/claim/basis',
    message: `The last day for this claim was ${lastDay}.`,
    zh: { message: `该项申请的最后日期为 ${lastDay}。` },
  }
}

function unknownGoods(index: number): LetterRefusal {
  return {
    code: 'malformed',
    path: `/claim/goods/${index}/goodsItem`,
    message: 'The declaration has no such goods item.',
    zh: { message: '报关单没有该商品项。' },
  }
}

function noShare(index: number): LetterRefusal {
  return {
    code: 'malformed',
    path: `/claim/goods/${index}/returned`,
    message: 'The claim says how much went back or was destroyed, of how much that was declared.',
    zh: { message: '须填写退运或销毁的数量及申报数量。' },
  }
}
