import { type LocalDate, monthsLater } from '../calendar/local-date.ts'
import type { Consignment, GoodsItem } from '../consignment/consignment.ts'
import { compareDecimals } from '../money/decimal.ts'
import { failure, type Failure, type Result, success } from '../result.ts'
import { exporterOfPurchase } from './exporter-of-purchase.ts'
import type { PreferenceAgreement, PreferenceProof } from './preference-agreements.ts'
import type { OriginatingLine, PreferenceStatement } from './preference-statement.ts'

/** What a case holds in support of its claims of preference. */
export interface PreferenceProofs {
  /** Statements on origin that exporters have signed. */
  readonly statements: readonly PreferenceStatement[]
  readonly importersKnowledge: readonly ImportersKnowledge[]
}

/**
 * That the importer knows goods to be originating and holds the records that show it, under one
 * agreement.
 */
export interface ImportersKnowledge {
  readonly agreement: string
  readonly goods: readonly GoodsOfKnownOrigin[]
}

/** Goods as they were when the importer vouched for them; once they differ it vouches no more. */
export interface GoodsOfKnownOrigin {
  readonly itemNumber: number
  readonly commodityCode: string
  readonly origin: string
}

/** A proof that is there for the claim of one item. */
export interface HeldProof {
  readonly itemNumber: number
  /** The paper that bears the statement, or the agreement that the importer vouches under. */
  readonly reference: string
}

/** A claim, the proof that its agreement takes for it, and where to look for that. */
export interface ProofQuestion {
  readonly item: GoodsItem
  /** The goods of one seller under one invoice, among which the item is. */
  readonly purchase: Consignment
  readonly agreement: PreferenceAgreement
  readonly accepted: PreferenceProof
  readonly proofs: PreferenceProofs
  readonly on: LocalDate
}

/**
 * The proof of a claim, or nothing where the case does not hold it yet. Fails with
 * `documents-disagree` where a signed statement describes other goods, and with `document-missing`
 * where its time has run out.
 */
export function heldProof(question: ProofQuestion): Result<HeldProof | undefined> {
  return question.accepted.madeOutBy === 'importer'
    ? success(knowledgeHeld(question))
    : statementHeld(question)
}

function knowledgeHeld({ item, agreement, proofs }: ProofQuestion): HeldProof | undefined {
  const { itemNumber, commodityCode, origin } = item
  const isKnown = proofs.importersKnowledge.some(
    (known) =>
      known.agreement === agreement.id &&
      known.goods.some(
        (goods) =>
          goods.itemNumber === itemNumber &&
          goods.commodityCode === commodityCode &&
          goods.origin === origin,
      ),
  )
  return isKnown ? { itemNumber, reference: agreement.id } : undefined
}

function statementHeld(question: ProofQuestion): Result<HeldProof | undefined> {
  const { item, purchase, agreement, accepted, proofs, on } = question
  // Two sellers may have given their invoices the same number, but no item is on both.
  const isOfItem = ({ itemNumber }: OriginatingLine) => itemNumber === item.itemNumber
  const statement = proofs.statements.find(
    ({ agreementId, invoice, lines }) =>
      agreementId === agreement.id &&
      invoice.number === purchase.commercialInvoice?.number &&
      lines.some(isOfItem),
  )
  const line = statement?.lines.find(isOfItem)
  if (statement === undefined || line === undefined) return success(undefined)
  if (!isAboutPurchase(statement, purchase) || !describes(line, item)) {
    return failure(describesOtherGoods(item, statement))
  }
  const { validityMonths } = accepted
  const { signedOn } = statement.signature
  if (validityMonths !== undefined && on >= monthsLater(signedOn, validityMonths)) {
    return failure(hasRunOut(item, statement, validityMonths))
  }
  return success({ itemNumber: item.itemNumber, reference: statement.invoice.number })
}

function isAboutPurchase(statement: PreferenceStatement, purchase: Consignment): boolean {
  return (
    statement.exporter.name === exporterOfPurchase(purchase).name &&
    statement.invoice.issuedOn === purchase.commercialInvoice?.issuedOn &&
    statement.currency === purchase.currency
  )
}

/** Whether a line still says what the item is; amounts and weights by value, not by spelling. */
function describes(line: OriginatingLine, item: GoodsItem): boolean {
  return (
    line.description === item.description &&
    line.hsCode === item.commodityCode?.slice(0, 6) &&
    line.origin === item.origin &&
    line.quantity === item.quantity &&
    compareDecimals(line.amount, item.linePrice.amount) === 0 &&
    item.grossWeightKg !== undefined &&
    compareDecimals(line.grossWeightKg, item.grossWeightKg) === 0
  )
}

function describesOtherGoods(item: GoodsItem, { signature }: PreferenceStatement): Failure {
  return {
    code: 'documents-disagree',
    path: `/goodsItems/${item.itemNumber - 1}`,
    message: `The statement on origin signed on ${signature.signedOn} describes item ${item.itemNumber} otherwise than the case does now.`,
    mend: 'Have the exporter sign a statement about the goods as they are, or withdraw the claim.',
    zh: {
      message: `${signature.signedOn} 签署的原产地声明对第${item.itemNumber}项的描述与本案现状不符。`,
      mend: '请由出口商就货物现状重新签署声明，或撤回优惠申请。',
    },
  }
}

function hasRunOut(
  item: GoodsItem,
  { signature }: PreferenceStatement,
  validityMonths: number,
): Failure {
  return {
    code: 'document-missing',
    path: `/goodsItems/${item.itemNumber - 1}/preference`,
    message: `The statement on origin signed on ${signature.signedOn} was valid for ${validityMonths} months.`,
    mend: 'Have the exporter sign a new one, or withdraw the claim.',
    zh: {
      message: `${signature.signedOn} 签署的原产地声明有效期为${validityMonths}个月，现已过期。`,
      mend: '请由出口商重新签署声明，或撤回优惠申请。',
    },
  }
}
