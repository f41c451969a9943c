import type { BilingualText } from '../bilingual-text.ts'
import { isLocalDate, type LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import type { DecimalText } from '../money/decimal.ts'
import type { Party } from '../order/party.ts'
import { failure, type Failure, type Result, resultOf, success } from '../result.ts'
import type { CompleteConsignment, CompleteGoodsItem } from './complete-consignment.ts'
import type { DocumentNames } from './document-names.ts'
import type { Signature } from './signature.ts'

/** One line of goods whose origin is certified. */
export interface CertificateLine {
  readonly itemNumber: number
  readonly description: string
  /**
   * Subheading of the Harmonized System, six digits: the part of the code that all countries share.
   */
  readonly hsCode: string
  /** Number of pieces. */
  readonly quantity: number
  readonly netWeightKg: DecimalText
  readonly grossWeightKg: DecimalText
}

/** What the chamber recorded when it issued the certificate. */
export interface CertificateIssue {
  readonly number: string
  readonly issuedOn: LocalDate
  /** Name of the chamber of commerce or other competent body. */
  readonly issuer: string
  readonly place: string
  /** The uploaded scan of the certificate as it was stamped and signed. */
  readonly scanAttachmentId: string
}

/** Until a chamber has issued it, a certificate is nothing but an application. */
export type CertificateStatus =
  { readonly code: 'draft-not-issued' } | ({ readonly code: 'issued' } & CertificateIssue)

/**
 * The application to a chamber of commerce for a certificate of non-preferential origin, and the
 * form that the chamber certifies (Revised Kyoto Convention, specific annex K, chapter 2). One
 * certificate covers the goods of one origin.
 */
export interface CertificateOfOrigin {
  readonly status: CertificateStatus
  /** The goods of this country alone are listed, ISO 3166-1 alpha-2. */
  readonly origin: string
  readonly exporter: Party
  readonly consignee: Party
  readonly countryOfDispatch: string
  readonly countryOfDestination: string
  readonly transport: Consignment['transport']
  readonly consignmentReference: string
  readonly invoice: { readonly number: string; readonly issuedOn: LocalDate }
  /** All packages of the consignment, which may hold goods of other origins as well. */
  readonly packages: CompleteConsignment['packages']
  readonly coverage: 'whole-consignment' | 'part-of-consignment'
  readonly lines: readonly CertificateLine[]
  /** The exporter's declaration, on which the chamber relies. */
  readonly signature?: Signature
  readonly names: DocumentNames
}

/** What the application is made out from; unsigned, it is a draft for the exporter to sign. */
export interface CertificateOfOriginFacts {
  readonly consignment: CompleteConsignment
  /** Country of origin, ISO 3166-1 alpha-2. */
  readonly origin: string
  readonly signature?: Signature
}

/**
 * Makes out the application for the goods of one origin, as a draft. Fails with `not-found` where
 * the consignment has no goods of that origin.
 */
export function certificateOfOrigin(facts: CertificateOfOriginFacts): Result<CertificateOfOrigin> {
  const { consignment, origin, signature } = facts
  const items = consignment.goodsItems.filter((item) => item.origin === origin)
  if (items.length === 0) return failure(noGoodsOf(origin))
  const isWhole = items.length === consignment.goodsItemsOfWhole
  return success({
    status: { code: 'draft-not-issued' },
    origin,
    exporter: consignment.parties.exporter,
    consignee: consignment.parties.consignee,
    countryOfDispatch: consignment.shipFrom.country,
    countryOfDestination: consignment.deliverTo.country,
    transport: consignment.transport,
    consignmentReference: consignment.reference,
    invoice: consignment.commercialInvoice,
    packages: consignment.packages,
    coverage: isWhole ? 'whole-consignment' : 'part-of-consignment',
    lines: items.map(certificateLine),
    ...(signature && { signature }),
    names: consignment.names,
  })
}

/**
 * Records that a chamber has issued the certificate. Fails with `conflict` where it was issued
 * before, and with `fact-missing` or `invalid-input` where the issue is not fully told.
 */
export function recordIssue(
  certificate: CertificateOfOrigin,
  issue: CertificateIssue,
): Result<CertificateOfOrigin> {
  if (certificate.status.code === 'issued') return failure(alreadyIssued(certificate.status))
  return resultOf(issueFailures(issue), () => ({
    ...certificate,
    status: { code: 'issued', ...issue },
  }))
}

/** The line leaves the last digits of the code out, because they are those of one country. */
function certificateLine(item: CompleteGoodsItem): CertificateLine {
  const { itemNumber, description, quantity, netWeightKg, grossWeightKg } = item
  const hsCode = item.commodityCode.slice(0, 6)
  return { itemNumber, description, hsCode, quantity, netWeightKg, grossWeightKg }
}

/** What the record of an issue cannot be without: without the scan nobody could check the rest. */
const factsOfIssue = {
  number: { en: 'the number of the certificate', zh: '证书编号' },
  issuer: { en: 'the body that issued the certificate', zh: '签证机构' },
  place: { en: 'the place where the certificate was issued', zh: '签发地点' },
  scanAttachmentId: { en: 'the scan of the issued certificate', zh: '已签发证书的扫描件' },
}

function issueFailures(issue: CertificateIssue): readonly Failure[] {
  const names = Object.keys(factsOfIssue) as (keyof typeof factsOfIssue)[]
  const empty = names
    .filter((name) => issue[name].trim() === '')
    .map((name): Failure => issueFactMissing(name, factsOfIssue[name]))
  return isLocalDate(issue.issuedOn) ? empty : [...empty, issueDateInvalid(issue.issuedOn)]
}

function issueFactMissing(name: string, { en, zh }: BilingualText): Failure {
  return {
    code: 'fact-missing',
    path: `/${name}`,
    message: `The certificate does not count as issued without ${en}.`,
    mend: `State ${en}.`,
    zh: { message: `缺少${zh}，不能视为已签发。`, mend: `请填写${zh}。` },
  }
}

function issueDateInvalid(issuedOn: string): Failure {
  return {
    code: 'invalid-input',
    path: '/issuedOn',
    message: `${JSON.stringify(issuedOn)} is no calendar day.`,
    mend: 'Write the day of issue as YYYY-MM-DD.',
    zh: {
      message: `${JSON.stringify(issuedOn)} 不是存在的日期。`,
      mend: '请按 YYYY-MM-DD 填写签发日期。',
    },
  }
}

function noGoodsOf(origin: string): Failure {
  return {
    code: 'not-found',
    path: '/origin',
    message: `No goods of the consignment originate in ${origin}.`,
    mend: 'Apply for the certificate of a country that the goods come from.',
    zh: {
      message: `本票货物中没有原产于 ${origin} 的货物。`,
      mend: '请就货物实际的原产国申请原产地证书。',
    },
  }
}

function alreadyIssued(status: CertificateIssue): Failure {
  return {
    code: 'conflict',
    path: '/status',
    message: `The certificate was issued as ${status.number} on ${status.issuedOn}.`,
    mend: 'Apply for a new certificate where this one is wrong.',
    zh: {
      message: `原产地证书已于 ${status.issuedOn} 签发，编号 ${status.number}。`,
      mend: '如该证书有误，请申请新的证书。',
    },
  }
}
