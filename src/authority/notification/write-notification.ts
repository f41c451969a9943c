import type { Instant } from '../../customs/calendar/local-date.ts'
import type { DecimalText } from '../../customs/money/decimal.ts'
import { round } from '../../customs/money/rounding.ts'
import type { AssessedItem, TaxLine } from '../assessment/assessment.ts'
import { namespaces } from '../message/namespaces.ts'
import type { DeclarationError, PointerStep } from '../rules/declaration-error.ts'
import { node, optionalNode, writeXml, type XmlNode } from '../xml/write-xml.ts'
import type { ChangedItem, HeldAmount, NotificationContent, NotificationHeader } from './content.ts'

/** The longest free text that the message may carry. */
const MAX_DESCRIPTION = 512

/** Where payments to this office would go; the account does not exist. */
const SANDBOX_BANK = node('Bank', [
  node('ReferenceID', 'SANDGB2LXXX'),
  node('ID', 'GB00SAND00000000000000'),
])

/** Writes a notification as HMRC's response message (WCO RES, version 3.6) for the trader. */
export function writeNotification(
  header: NotificationHeader,
  content: NotificationContent,
): string {
  const response = node(
    'Response',
    [
      node('FunctionCode', content.code),
      node('FunctionalReferenceID', header.notificationId),
      timeNode('IssueDateTime', header.issuedAt),
      ...statements(content),
      ...amendments(content),
      ...bank(content),
      ...errors(content),
      ...statuses(content),
      declaration(header, content),
      ...changedDeclaration(content),
    ],
    { xmlns: namespaces.response },
  )
  return writeXml(
    node(
      'MetaData',
      [
        node('WCODataModelVersionCode', '3.6'),
        node('WCOTypeName', 'RES'),
        node('ResponsibleCountryCode'),
        node('ResponsibleAgencyName'),
        node('AgencyAssignedCustomizationCode'),
        node('AgencyAssignedCustomizationVersionCode'),
        response,
      ],
      { xmlns: namespaces.metaData },
    ),
  )
}

interface Statement {
  readonly code?: string
  readonly description?: string
  readonly limitAt?: Instant
  readonly typeCode: string
}

function statements(content: NotificationContent): readonly XmlNode[] {
  return statementsOf(content).map(({ code, description, limitAt, typeCode }) =>
    node('AdditionalInformation', [
      optionalNode('StatementCode', code),
      optionalNode('StatementDescription', description?.slice(0, MAX_DESCRIPTION)),
      limitAt === undefined ? undefined : timeNode('LimitDateTime', limitAt),
      node('StatementTypeCode', typeCode),
    ]),
  )
}

/** The sandbox's conventions for statements are listed in the authority's README. */
function statementsOf(content: NotificationContent): readonly Statement[] {
  switch (content.code) {
    case '06':
      return [
        { code: 'ACA', description: content.wanted, limitAt: content.limitAt, typeCode: 'ACA' },
        ...(content.reason === undefined ? [] : [{ description: content.reason, typeCode: 'AFB' }]),
      ]
    case '07':
      return [{ description: content.reason, typeCode: 'AES' }]
    case '08':
      return [{ code: 'A1', typeCode: 'AFB' }]
    case '09':
      return [{ code: 'A2', typeCode: 'AFB' }]
    case '10':
      return [{ code: content.statementCode, description: content.reason, typeCode: 'AFB' }]
    case '11':
      return content.reason === undefined ? [] : [{ description: content.reason, typeCode: 'AFB' }]
    case '13':
      return content.reason === undefined ? [] : [{ description: content.reason, typeCode: 'AES' }]
    case '16':
      // As HMRC's own: the office of exit stands in the description (TT_EX011a).
      return content.exitOffice === undefined
        ? []
        : [{ description: content.exitOffice, typeCode: 'CEX' }]
    case '17':
      return content.because === 'seized'
        ? [{ code: 'S1', description: content.reason, typeCode: 'AFB' }]
        : [{ description: content.reason, typeCode: 'AFB' }]
    case '51':
      return [{ description: content.question, limitAt: content.limitAt, typeCode: 'AES' }]
    default:
      return []
  }
}

function amendments(content: NotificationContent): readonly XmlNode[] {
  return content.code === '07'
    ? content.pointers.map((steps) =>
        node('Amendment', [node('ChangeReasonCode', '16'), ...pointerNodes(steps)]),
      )
    : []
}

function bank(content: NotificationContent): readonly XmlNode[] {
  return ['13', '14', '15'].includes(content.code) ? [SANDBOX_BANK] : []
}

function errors(content: NotificationContent): readonly XmlNode[] {
  return content.code === '03' ? content.errors.map(errorNode) : []
}

function errorNode({ code, pointer, reason }: DeclarationError): XmlNode {
  return node('Error', [
    node('Description', reason.slice(0, MAX_DESCRIPTION)),
    node('ValidationCode', code),
    ...pointerNodes(pointer),
  ])
}

function pointerNodes(steps: readonly PointerStep[]): readonly XmlNode[] {
  return steps.map(({ section, sequence, tag }) =>
    node('Pointer', [
      optionalNode('SequenceNumeric', sequence?.toString()),
      node('DocumentSectionCode', section),
      optionalNode('TagID', tag),
    ]),
  )
}

function statuses(content: NotificationContent): readonly XmlNode[] {
  if (content.code === '13') return [node('Status', [node('NameCode', content.status)])]
  if (content.code === '11') return [node('Status', [node('NameCode', content.answer)])]
  if (content.code === '16' && content.leftAt !== undefined) {
    const left = timeNode('EffectiveDateTime', content.leftAt)
    return [node('Status', [left, node('NameCode', LEFT)])]
  }
  return []
}

/** Result of the exit: in order. */
const LEFT = 'A1'

function declaration(header: NotificationHeader, content: NotificationContent): XmlNode {
  return node('Declaration', [
    content.code === '01' ? timeNode('AcceptanceDateTime', content.acceptedAt) : undefined,
    content.code === '10' ? timeNode('CancellationDateTime', header.issuedAt) : undefined,
    optionalNode('FunctionalReferenceID', header.lrn),
    optionalNode('ID', header.mrn),
    content.code === '03' ? timeNode('RejectionDateTime', header.issuedAt) : undefined,
    node('VersionID', header.version.toString()),
    content.code === '14' || content.code === '15'
      ? node('DutyTaxFee', [
          node('Payment', [
            amountNode('PaymentAmount', content.shortfall.amountGbp),
            node('ObligationGuarantee', [node('ReferenceID', content.shortfall.accountNumber)]),
          ]),
        ])
      : undefined,
    content.code === '13' ? taxedShipment(content) : undefined,
  ])
}

function taxedShipment({
  items,
  securities = [],
}: Extract<NotificationContent, { readonly code: '13' }>): XmlNode {
  return node(
    'GoodsShipment',
    items.map((item) =>
      taxedItem(
        item,
        securities.filter(({ sequence }) => sequence === item.sequence),
      ),
    ),
  )
}

function taxedItem(
  { sequence, taxLines }: AssessedItem,
  securities: readonly HeldAmount[],
): XmlNode {
  return node('GovernmentAgencyGoodsItem', [
    node('SequenceNumeric', sequence.toString()),
    node('Commodity', [...taxLines.map(taxNode), ...securities.map(securityNode)]),
  ])
}

/** As HMRC states it (TT_IM030a): what it is for and how much, and nothing to be paid for good. */
function securityNode({ typeCode, amountGbp }: HeldAmount): XmlNode {
  return node('DutyTaxFee', [
    node('TypeCode', typeCode),
    node('Payment', [amountNode('TaxAssessedAmount', amountGbp)]),
  ])
}

function taxNode(line: TaxLine): XmlNode {
  return node('DutyTaxFee', [
    amountNode('AdValoremTaxBaseAmount', line.baseGbp),
    amountNode('DeductAmount', line.deductedGbp),
    line.preferenceCode === '' ? undefined : node('DutyRegimeCode', line.preferenceCode),
    optionalNode('SpecificTaxBaseQuantity', line.specificQuantity),
    optionalNode('TaxRateNumeric', line.ratePercent),
    node('TypeCode', line.taxType),
    node('Payment', [
      amountNode('TaxAssessedAmount', line.assessedGbp),
      amountNode('PaymentAmount', line.payableGbp),
    ]),
  ])
}

/** The values that the office has set, as a second declaration in the declaration's own namespace. */
function changedDeclaration(content: NotificationContent): readonly XmlNode[] {
  if (content.code !== '07' || content.changedItems.length === 0) return []
  return [
    node(
      'Declaration',
      [node('FunctionCode', '9'), node('GoodsShipment', content.changedItems.map(changedItemNode))],
      { xmlns: namespaces.declaration },
    ),
  ]
}

function changedItemNode(item: ChangedItem): XmlNode {
  const { commodityCode, itemPrice, netMassKg, supplementaryQuantity } = item
  const { originCountry, preferenceCode } = item
  return node('GovernmentAgencyGoodsItem', [
    node('SequenceNumeric', item.sequence.toString()),
    node('Commodity', [
      ...(commodityCode === undefined
        ? []
        : [
            classification(commodityCode.slice(0, 8), 'TSP'),
            classification(commodityCode.slice(8), 'TRC'),
          ]),
      preferenceCode === undefined
        ? undefined
        : node('DutyTaxFee', [node('DutyRegimeCode', preferenceCode)]),
      netMassKg === undefined && supplementaryQuantity === undefined
        ? undefined
        : node('GoodsMeasure', [
            optionalNode('NetNetWeightMeasure', netMassKg),
            optionalNode('TariffQuantity', supplementaryQuantity),
          ]),
      itemPrice === undefined
        ? undefined
        : node('InvoiceLine', [
            node('ItemChargeAmount', itemPrice.amount, { currencyID: itemPrice.currency }),
          ]),
    ]),
    originCountry === undefined
      ? undefined
      : node('Origin', [node('CountryCode', originCountry), node('TypeCode', COUNTRY_OF_ORIGIN)]),
  ])
}

/** The type of data element 5/15; that of a preference is another. */
const COUNTRY_OF_ORIGIN = '1'

function classification(id: string, type: string): XmlNode {
  return node('Classification', [node('ID', id), node('IdentificationTypeCode', type)])
}

function amountNode(name: string, amountGbp: DecimalText): XmlNode {
  return node(name, round(amountGbp, 2, 'truncate'), { currencyID: 'GBP' })
}

/** UN/EDIFACT 2379 format 304: `20261122T094500Z` without separators, to the second. */
function timeNode(name: string, at: Instant): XmlNode {
  return node(name, [
    node('DateTimeString', dateTimeText(at), {
      formatCode: '304',
      xmlns: namespaces.responseTypes,
    }),
  ])
}

/** An instant in UTC as format 304 wants it; fractions of a second are cut off. */
export function dateTimeText(at: Instant): string {
  return `${at.slice(0, 19).replaceAll(/[-:T]/g, '')}Z`
}
