import { monthsLater } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import type { Destination } from '../destination/destination.ts'
import { goodsGroup, isInGroup } from '../destination/goods-group.ts'
import { cite, type Reason } from '../law/law.ts'
import { failure, type Failure, type Result, success } from '../result.ts'
import { holdsOn } from '../tariff/dated-rule.ts'
import type { ClaimedRelief } from './claimed-relief.ts'
import type { LaneQuestion } from './decide-lane.ts'
import { intrinsicValue } from './intrinsic-value.ts'
import { lanesBesideRelief } from './lanes-not-taken.ts'
import { lowValueRelief } from './low-value-relief.ts'

type ReturnedGoods = NonNullable<Consignment['returnedGoods']>

/** Goods that bear excise, as the destination calls them. */
const EXCISE_GOODS = 'excise-goods'

/**
 * The lane of goods that were exported and come back unaltered within the time that the law sets:
 * procedure 6110 with relief from customs duty, and from import VAT too where whoever exported them
 * brings them back (F05; else F01, and VAT is due). Goods that the relief does not take go by their
 * value as others do, and the decision says why.
 *
 * Source: HMRC, pay less import duty and VAT when re-importing goods; UK Trade Tariff, volume 3,
 * appendices 1 (6110) and 2 (F01, F05).
 */
export function returnedGoodsLane(
  question: LaneQuestion,
  destination: Destination,
  claim: ReturnedGoods,
): Result<ClaimedRelief> {
  const { consignment, on, book, laws, reliefs } = question
  const limit = lowValueRelief(destination, on)?.limit
  const rule = reliefs?.returnedGoods.find((one) => holdsOn(one, on))
  if (rule === undefined || limit === undefined) return failure(notLoaded)
  const law = cite(laws, rule.law)
  if (claim.exportedOn > on) return failure(exportedLater(claim, on))
  const refused = whyNotRelieved(claim, { on, withinMonths: rule.withinMonths })
  if (refused !== undefined) return success({ reasons: [{ ...refused, law }] })
  if (claim.exportMrn === undefined && claim.otherProof === undefined) return failure(proofMissing)
  const excise = goodsGroup(destination, EXCISE_GOODS)
  const codes = consignment.goodsItems.flatMap(({ commodityCode }) => commodityCode ?? [])
  if (codes.some((code) => isInGroup(excise, code) === true)) return failure(bearsExcise)
  const value = intrinsicValue(consignment, limit, { on, rates: book.rates })
  if (!value.ok) return value
  const isOwn = claim.exportedBy === 'importer'
  return success({
    reasons: [],
    lane: {
      ...{ lane: 'gb-h1-returned-goods', dataSet: 'H1', procedure: '6110' },
      ...{ additionalProcedures: [isOwn ? 'F05' : 'F01'], statements: [] },
      ...{ customsDuty: 'relieved', vat: isOwn ? 'not-due' : 'import-vat' },
      ...{ intrinsicValue: value.value.value, threshold: limit },
      reasons: [
        { text: whyDutyIsRelieved(claim), law },
        { text: isOwn ? vatIsRelieved : vatIsDue, law: cite(laws, 'gb-returned-goods-vat') },
      ],
      notTaken: lanesBesideRelief(laws),
    },
  })
}

function whyDutyIsRelieved({ exportedOn, exportMrn, otherProof }: ReturnedGoods): Reason['text'] {
  const proof = exportMrn ?? otherProof ?? ''
  return {
    en: `The goods were exported on ${exportedOn} (${proof}) and come back unaltered in time, so customs duty is relieved (6110).`,
    zh: `货物于 ${exportedOn} 出口（${proof}），未经改变且按期复运进境，免征关税（6110）。`,
  }
}

const vatIsRelieved: Reason['text'] = {
  en: 'Whoever exported the goods brings them back, so import VAT is relieved too (F05).',
  zh: '由原出口人复运进境，进口增值税一并免征（F05）。',
}

const vatIsDue: Reason['text'] = {
  en: 'Another than the importer exported the goods, so customs duty alone is relieved and import VAT is due (F01).',
  zh: '货物由进口商以外的人出口，仅免征关税，须缴纳进口增值税（F01）。',
}

/** A condition of the relief that is not met; the goods are then declared as any others. */
function whyNotRelieved(
  { unaltered, exportedOn }: ReturnedGoods,
  { on, withinMonths }: { readonly on: LaneQuestion['on']; readonly withinMonths: number },
): Pick<Reason, 'text'> | undefined {
  if (!unaltered) {
    return {
      text: {
        en: 'The goods come back altered, so they are not relieved as returned goods (4000 instead of 6110).',
        zh: '货物经改变后复运进境，不得按退运货物免税（按 4000 而非 6110 申报）。',
      },
    }
  }
  const last = monthsLater(exportedOn, withinMonths)
  if (on <= last) return undefined
  return {
    text: {
      en: `The goods were exported on ${exportedOn} and had to come back by ${last}, so they are not relieved as returned goods (4000 instead of 6110).`,
      zh: `货物于 ${exportedOn} 出口，应于 ${last} 前复运进境，现不得按退运货物免税（按 4000 而非 6110 申报）。`,
    },
  }
}

const proofMissing: Failure = {
  code: 'fact-missing',
  path: '/returnedGoods/exportMrn',
  message: 'Nothing shows that the goods were exported.',
  mend: 'State the MRN of the export declaration, or another proof such as a certificate of posting.',
  zh: {
    message: '没有能证明货物曾经出口的资料。',
    mend: '请填写出口报关单的 MRN，或其他证明，如寄件证明。',
  },
}

function exportedLater({ exportedOn }: ReturnedGoods, on: string): Failure {
  return {
    code: 'invalid-input',
    path: '/returnedGoods/exportedOn',
    message: `The goods are said to have been exported on ${exportedOn}, after ${on}, on which they come back.`,
    mend: 'Correct the day of the export.',
    zh: {
      message: `所填出口日期 ${exportedOn} 晚于复运进境日期 ${on}。`,
      mend: '请更正出口日期。',
    },
  }
}

const notLoaded: Failure = {
  code: 'not-covered',
  path: '/returnedGoods',
  message: 'No relief for returned goods is loaded for that day.',
  mend: 'Load the relief that was in force, or state the order without it.',
  zh: {
    message: '没有载入当日的退运货物免税规定。',
    mend: '请载入当日有效的规定，或不按退运货物填写订单。',
  },
}

/** Excise that was paid, refunded or suspended before the export decides; no order states that. */
const bearsExcise: Failure = {
  code: 'not-covered',
  path: '/returnedGoods',
  message:
    'Returned alcohol and tobacco have conditions of their own for excise, which are not covered.',
  mend: 'Clear these goods outside this program.',
  zh: {
    message: '退运的酒类和烟草在消费税方面另有条件，目前尚不支持。',
    mend: '请在本系统之外办理这些货物的清关。',
  },
}
