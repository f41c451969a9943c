import type { BilingualText } from '../bilingual-text.ts'
import { isInForce, type LocalDate } from '../calendar/local-date.ts'
import type { TraderProfile } from '../parties/trader-profile.ts'
import { combine, failure, type Result, resultOf, success } from '../result.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'
import type { CompleteConsignment, CompleteGoodsItem } from './complete-consignment.ts'
import { dispatchOutsideAgreement, exporterOutsideAgreement } from './export-outside-agreement.ts'
import { exporterNumber } from './exporter-number.ts'
import { originOutsideAgreement } from './origin-outside-agreement.ts'
import { type OriginStatementWording, wordingOf } from './origin-statement-wording.ts'
import type { PreferenceAgreement, PreferenceProof } from './preference-agreements.ts'
import type { Signature } from './signature.ts'

/** What is known when an exporter wants to state preferential origin. */
export interface PreferenceStatementFacts {
  /** The purchase whose goods the statement is about. */
  readonly consignment: CompleteConsignment
  /** All purchases of the whole consignment, because the limit of value is set for that. */
  readonly purchases: readonly CompleteConsignment[]
  readonly agreement: PreferenceAgreement
  /** The registrations of exporters that are known, from the profile of the tenant. */
  readonly registrations: NonNullable<TraderProfile['exporterRegistrations']>
  /** For the limit of value, which agreements set in euros. */
  readonly exchangeRates: ExchangeRates
  /** The exporter's own act; without it there is no statement. */
  readonly signature?: Signature
  /** Code of the criterion by which the goods originate, where the agreement wants it stated. */
  readonly originCriterion?: string
}

/** Everything on which a statement may rest, once all of it was found. */
export interface PreferenceBasis {
  readonly wording: OriginStatementWording
  readonly proof: PreferenceProof
  /** The goods for which the order claims the preference. */
  readonly goodsItems: readonly CompleteGoodsItem[]
  readonly signature: Signature
  readonly exporterNumber?: string
  readonly originCriterion?: string
}

/**
 * Finds the basis of a preference statement, or everything that is wanting:
 * - `not-found`: no goods claim the preference on such a proof;
 * - `not-covered`: the agreement's proof, words or countries are not known here, or not in force;
 * - `invalid-input`: goods that claim it originate in another country, or are exported from one;
 * - `document-missing`: they are sent from another country, without proof of non-alteration;
 * - `fact-missing`: the signature, the criterion, or the registration that the value demands.
 */
export function preferenceBasis(facts: PreferenceStatementFacts): Result<PreferenceBasis> {
  const found = combine({
    signature: signatureOf(facts),
    wording: knownWording(facts.agreement),
    proof: exporterProof(facts.agreement),
  })
  if (!found.ok) return found
  const { signature, wording, proof } = found.value
  const goodsItems = claimingItems(facts, proof)
  const details = combine({
    goodsItems: originatingItems(goodsItems, facts),
    inForce: inForceOn(facts.agreement, signature.signedOn),
    exporterNumber: exporterNumber({
      ...{ ...facts, proof, law: wording.law, on: signature.signedOn },
    }),
    originCriterion: originCriterion(facts, wording),
  })
  if (!details.ok) return details
  return success({
    ...{ wording, proof, goodsItems, signature },
    ...(details.value.exporterNumber && { exporterNumber: details.value.exporterNumber }),
    ...(details.value.originCriterion && { originCriterion: details.value.originCriterion }),
  })
}

/** A name typed by somebody else is no signature, but an empty one is surely none. */
function signatureOf({ signature }: PreferenceStatementFacts): Result<Signature> {
  if (signature !== undefined && signature.signatory.trim() !== '') return success(signature)
  return failure({
    code: 'fact-missing',
    path: '/signature',
    message: 'The exporter has not signed, and nobody else may state the origin.',
    mend: 'Have the exporter sign with name, place and date.',
    zh: {
      message: '出口商尚未签字，其他人不得声明原产地。',
      mend: '请由出口商签字，并注明姓名、地点和日期。',
    },
  })
}

/** Words that are not known are not invented: a statement in other words proves nothing. */
function knownWording({ id }: PreferenceAgreement): Result<OriginStatementWording> {
  const wording = wordingOf(id)
  if (wording !== undefined) return success(wording)
  return notCovered({
    en: `The words of a statement on origin under ${id} are not known here.`,
    zh: `此处没有 ${id} 原产地声明的措辞。`,
  })
}

/**
 * The proof that the exporter makes out on a paper of the sale, be it called statement or
 * declaration.
 */
function exporterProof({ id, proofs }: PreferenceAgreement): Result<PreferenceProof> {
  const kinds = ['statement-on-origin', 'origin-declaration']
  const proof = proofs.find(
    ({ kind, madeOutBy }) => madeOutBy === 'exporter' && kinds.includes(kind),
  )
  if (proof !== undefined) return success(proof)
  return notCovered({
    en: `Under ${id} the exporter makes out no statement.`,
    zh: `按 ${id}，出口商不出具原产地声明。`,
  })
}

/** Origin in a partner country alone claims nothing; the order has to claim it, on this proof. */
function claimingItems(
  { consignment, agreement }: PreferenceStatementFacts,
  proof: PreferenceProof,
): readonly CompleteGoodsItem[] {
  return consignment.goodsItems.filter(
    ({ preference }) => preference?.agreement === agreement.id && preference.proof === proof.kind,
  )
}

/** Every item that claims the preference has to originate in, and come from, a partner country. */
function originatingItems(
  items: readonly CompleteGoodsItem[],
  { consignment, agreement }: PreferenceStatementFacts,
): Result<readonly CompleteGoodsItem[]> {
  const { id, countries } = agreement
  if (items.length === 0) {
    return failure({
      code: 'not-found',
      path: '/goodsItems',
      message: `No goods of ${consignment.reference} claim preference under ${id} on a statement.`,
      mend: 'Claim it on the order lines whose goods originate there, or make out no statement.',
      zh: {
        message: `${consignment.reference} 中没有货物凭原产地声明申请 ${id} 的优惠税率。`,
        mend: '请在原产于当地的订单行上申请优惠，或不出具声明。',
      },
    })
  }
  if (countries === undefined) {
    return notCovered({
      en: `The countries of ${id} are not listed here.`,
      zh: `此处没有 ${id} 的缔约方名单。`,
    })
  }
  const strangers = items.filter(({ origin }) => !countries.has(origin))
  return resultOf(
    [
      ...strangers.map((item) => originOutsideAgreement(item, id)),
      ...exporterOutsideAgreement(consignment, agreement),
      ...dispatchOutsideAgreement(consignment, agreement),
    ],
    () => items,
  )
}

/** The day of the signature counts, because it is the day on which the exporter states it. */
function inForceOn({ id, validity }: PreferenceAgreement, on: LocalDate): Result<true> {
  if (isInForce(validity, on)) return success(true)
  return notCovered({
    en: `${id} was not in force on ${on}.`,
    zh: `${id} 在 ${on} 尚未生效或已失效。`,
  })
}

/** The code of the criterion, where the agreement wants it beside the words. */
function originCriterion(
  facts: PreferenceStatementFacts,
  wording: OriginStatementWording,
): Result<string | undefined> {
  if (wording.originCriterion === 'not-stated') return success(undefined)
  if (facts.originCriterion !== undefined) return success(facts.originCriterion)
  return failure({
    code: 'fact-missing',
    path: '/originCriterion',
    message: `${wording.law} wants the criterion by which the goods originate.`,
    mend: "Ask the exporter for the criterion's code.",
    law: wording.law,
    zh: {
      message: `${wording.law} 要求注明货物取得原产资格的标准。`,
      mend: '请向出口商索取原产地标准代码。',
    },
  })
}

function notCovered({ en, zh }: BilingualText): ReturnType<typeof failure> {
  return failure({
    code: 'not-covered',
    path: '/agreement',
    message: en,
    mend: 'Claim no preference, or use a proof that the exporter has made out.',
    zh: { message: zh, mend: '请不申请优惠税率，或使用出口商已出具的原产地证明。' },
  })
}
