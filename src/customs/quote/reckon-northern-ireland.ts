import type { BilingualText } from '../bilingual-text.ts'
import type { CoverageKind } from '../coverage/kinds-of-charge.ts'
import type { Destination } from '../destination/destination.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { DutyOption, LineTariff } from '../landed-cost/duty-option.ts'
import { lineName } from '../landed-cost/fact-needed.ts'
import { quoteSources } from '../landed-cost/landed-cost-book.ts'
import type { ReckonedSale } from '../landed-cost/landed-cost-of.ts'
import {
  type QuoteSources,
  reckonSale,
  type TariffQuestion,
} from '../landed-cost/quote-landed-cost.ts'
import type { NorthernIrelandCharges } from '../northern-ireland/northern-ireland-rules.ts'
import { staysInTheUnitedKingdom } from '../northern-ireland/stays-in-the-united-kingdom.ts'
import { checked, combine, failure, type Failure, type Result, success } from '../result.ts'
import { declarableTariff } from './declarable-tariff.ts'
import type { QuoteInFull } from './quote-northern-ireland-in-full.ts'
import { typesOfMeasures, withoutRate } from './reckon-consignment.ts'
import { saleOfConsignment } from './sale-of-consignment.ts'

/** The same sale under both tariffs. */
export interface BothDuties {
  /** Under the tariff of the European Union, as goods at risk. */
  readonly union: ReckonedSale
  /**
   * Under that of the United Kingdom, as goods that are not at risk; absent where nobody may state that
   * they are not.
   */
  readonly kingdom?: ReckonedSale
  /** What of the tariff of the Union is not worked out and may concern the goods. */
  readonly gaps: readonly BilingualText[]
}

/** Kinds of charge that the tariff of the Union decides; the others are those of Britain. */
const ofTheTariff: ReadonlySet<CoverageKind | undefined> = new Set<CoverageKind>([
  ...(['customs-duty', 'quotas', 'trade-remedies', 'prohibitions'] as const),
])

/** By which a sale says that its importer is authorised under the UK Internal Market Scheme. */
const INTERNAL_MARKET = 'UKIMS'

/**
 * Works out what goods that are declared in full in Northern Ireland bear under the tariff of the Union
 * and, where they may not be at risk, under that of the United Kingdom. Value, rounding and rates of VAT
 * are those of Great Britain.
 */
export function reckonNorthernIreland(request: QuoteInFull): Result<BothDuties> {
  const { consignment, book, on, northernIreland, lane, provenPreferences = [] } = request
  const sources = combine({ british: quoteSources(book, 'GB'), union: quoteSources(book, 'EU') })
  if (!sources.ok) return sources
  if (!book.tariffs.has('EU')) return failure(noTariffOfTheUnion)
  const { british, union } = sources.value
  const destination = inNorthernIreland(british.destination, northernIreland.charges)
  const types = typesOfMeasures(book)
  const atRisk: QuoteSources = {
    ...british,
    destination,
    tariffOf: (question) =>
      dutyOfTheUnion(question, union, lane.vat === 'import-vat' ? british : undefined),
  }
  const kingdom = { ...british, destination }
  const sale = saleOfConsignment(consignment)
  const trusted = {
    ...saleOfConsignment(consignment, provenPreferences),
    registrations: [...sale.registrations, INTERNAL_MARKET],
  }
  const mayStay = lane.statements.includes('NIIMP') && staysInTheUnitedKingdom(consignment)
  const reckoned = combine({
    union: reckonSale(sale, on, declarableTariff(atRisk, types, 'XI')),
    kingdom: mayStay
      ? reckonSale(trusted, on, declarableTariff(kingdom, types))
      : success(undefined),
    claims: checked(mayStay ? [] : provenPreferences.map(({ itemNumber }) => ofNoUse(itemNumber))),
  })
  if (!reckoned.ok) return reckoned
  const { kingdom: stays } = reckoned.value
  const rates = checked(
    stays === undefined ? [] : provenPreferences.flatMap((proven) => withoutRate(proven, stays)),
  )
  if (!rates.ok) return rates
  const gaps = union.gapsFor(reckoned.value.union).filter(({ kind }) => ofTheTariff.has(kind))
  return success({ union: reckoned.value.union, ...(stays && { kingdom: stays }), gaps })
}

/** A part of the country with its rules, in which other things are charged by other laws. */
function inNorthernIreland(
  britain: Destination,
  { laws, regimes }: NorthernIrelandCharges,
): Destination {
  return { ...britain, laws: [...britain.laws, ...laws], regimes }
}

/**
 * What the tariff of the Union says of a line, with the rate of VAT that the British one gives the goods.
 * A duty by quantity is in euros, and by which rate customs in Northern Ireland convert it no source
 * that was found says.
 */
function dutyOfTheUnion(
  question: TariffQuestion,
  union: QuoteSources,
  british: QuoteSources | undefined,
): Result<LineTariff> {
  const asked = combine({
    duty: union.tariffOf(question),
    goods: british === undefined ? success(undefined) : british.goodsOf(question),
  })
  if (!asked.ok) return asked
  const { duty, goods } = asked.value
  const [thirdCountry] = duty.options
  const isByValue = thirdCountry.duties.every(({ expression = [] }) =>
    expression.every(({ kind }) => kind === 'ad-valorem'),
  )
  if (!isByValue) return failure(byQuantity(question, thirdCountry.duties[0]?.rate ?? ''))
  // Whether a preference of the Union is proven, an order to Northern Ireland does not say.
  const others = duty.options.slice(1)
  const preferences = others.filter(({ kind }) => kind === 'preference')
  return success({
    ...duty,
    options: [thirdCountry, ...others.filter(({ kind }) => kind !== 'preference')],
    ...(goods?.vat && { vat: goods.vat }),
    notCovered: [...duty.notCovered, ...preferences.map(notClaimed)],
    editions: [...duty.editions, ...(goods?.editions ?? [])],
  })
}

function notClaimed({ name }: DutyOption): BilingualText {
  return {
    en: `${name.en}: the tariff of the European Union holds this rate for the goods; it is not claimed in Northern Ireland.`,
    zh: `${name.zh}：欧盟税则对该货物规定有此税率，在北爱尔兰未予申请。`,
  }
}

const noTariffOfTheUnion: Failure = {
  code: 'not-covered',
  path: '/goodsItems',
  message:
    'The goods need the duty of the European Union worked out, and its tariff is not loaded.',
  mend: 'Load an edition of the tariff of the European Union.',
  zh: { message: '须计算货物的欧盟关税，但未载入欧盟税则。', mend: '请载入欧盟税则版本。' },
}

function byQuantity(question: TariffQuestion, rate: string): Failure {
  const named = lineName(question)
  return {
    code: 'not-covered',
    path: jsonPointer('lines', question.lineIndex, 'commodityCode'),
    message: `${named.en} bears a duty of the European Union by quantity (${rate}); by which rate of exchange it is charged in Northern Ireland no official source that was found says.`,
    mend: 'Ask a customs broker in Northern Ireland for these goods.',
    zh: {
      message: `${named.zh}适用按数量计征的欧盟关税（${rate}）；在北爱尔兰按何汇率计征，未见于任何官方来源。`,
      mend: '请就这些货物咨询北爱尔兰的报关行。',
    },
  }
}

function ofNoUse(itemNumber: number): Failure {
  return {
    code: 'not-covered',
    path: jsonPointer('goodsItems', itemNumber - 1, 'preference'),
    message: `Item ${itemNumber} is at risk in Northern Ireland: preferences of the United Kingdom do not reach it, and those of the European Union are not covered.`,
    mend: 'Withdraw the claim; the duty of third countries is then paid.',
    zh: {
      message: `第${itemNumber}项在北爱尔兰有风险：不适用英国的优惠税率，欧盟的优惠税率目前尚不支持。`,
      mend: '请撤回优惠申请，改按第三国税率缴纳关税。',
    },
  }
}
