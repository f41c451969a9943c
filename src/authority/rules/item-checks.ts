import {
  compareDecimals,
  isNegative,
  isZero,
  type DecimalText,
} from '../../customs/money/decimal.ts'
import { dutyTerritoryOf } from '../assessment/duty-territory.ts'
import { vatRateOf } from '../assessment/vat-rate.ts'
import type { LodgedDeclaration, LodgedItem } from '../message/lodged-declaration.ts'
import {
  forEachItem,
  itemFault,
  missingInItem,
  type Check,
  type ItemCheck,
  type OfficeKnowledge,
} from './check.ts'

const TEN_DIGITS = /^\d{10}$/
const VALUATION_INDICATORS = /^[01]{4}$/

/** Statements of movements of Northern Ireland, none of which is taken in two steps. */
const NORTHERN_IRELAND_STATEMENTS = ['NIIMP', 'NIDOM', 'NIEXP', 'NIREM', 'NIAID']

/** What the goods are, in words. */
export const description: ItemCheck = (item) =>
  missingInItem(item, item.description, { where: '23A/137', what: 'The description (6/8)' })

/** Goods at risk in Northern Ireland are classified by the tariff of the Union. */
function tariffFor(item: LodgedItem, declaration: LodgedDeclaration, knowledge: OfficeKnowledge) {
  return dutyTerritoryOf(item, declaration, knowledge) === 'european-union'
    ? knowledge.northernIreland.unionTariff
    : knowledge.tariff
}

const commodityCode: ItemCheck = (item, declaration, knowledge) => {
  const { on } = knowledge
  const where = '23A/21A#1/145'
  if (item.commodityCode === undefined || !TEN_DIGITS.test(item.commodityCode)) {
    return [itemFault(item, 'CDS10004', { where, reason: 'the commodity code has no ten digits.' })]
  }
  const tariff = tariffFor(item, declaration, knowledge)
  const known = tariff.lineFor(item.commodityCode, on) !== undefined
  const reason = `the tariff of ${on} has no commodity code ${item.commodityCode}.`
  return known ? [] : [itemFault(item, 'CDS40013', { where, reason })]
}

/** A national additional code that claims a VAT rate needs that rate in the law for these goods. */
const vatRateClaim: ItemCheck = (item, declaration, knowledge) => {
  const line = tariffFor(item, declaration, knowledge).lineFor(
    item.commodityCode ?? '',
    knowledge.on,
  )
  if (line === undefined) return []
  const { refusedClaims } = vatRateOf(item, line, knowledge)
  if (refusedClaims.length === 0) return []
  const reason = `there is no VAT rate under ${refusedClaims.join(', ')} for ${line.commodityCode}.`
  return [itemFault(item, 'CDS40013', { where: '23A/21A/145', reason })]
}

/** Additional procedures of goods that come back. */
const RETURNED_GOODS: readonly string[] = ['F01', 'F05']

const procedure: ItemCheck = (item) => {
  const { procedureCode, previousProcedureCode, additionalProcedureCodes } = item
  const declared = `${procedureCode ?? '--'}${previousProcedureCode ?? '--'}`
  const isReturn = additionalProcedureCodes.some((code) => RETURNED_GOODS.includes(code))
  if (declared !== (isReturn ? '6110' : '4000')) {
    const wanted = isReturn ? '6110 goes with F01 and F05' : 'only 4000, or 6110 with F01 or F05'
    const reason = `procedure ${declared} is not taken here: ${wanted}.`
    return [itemFault(item, 'CDS12050', { where: '70A#1/166', reason })]
  }
  if (additionalProcedureCodes.length === 0) {
    return missingInItem(item, undefined, { where: '70A#2/166', what: 'An additional procedure' })
  }
  return additionalProcedureCodes.includes('000') && additionalProcedureCodes.length > 1
    ? [
        itemFault(item, 'CDS12149', {
          where: '70A#2/166',
          reason: 'additional procedure 000 stands beside others.',
        }),
      ]
    : []
}

/** What nobody has sold is valued by the fall-back method, from a pro forma invoice. */
const FALL_BACK = '6'

const valuation: ItemCheck = (item) => {
  const isUnsold = ['C08', ...RETURNED_GOODS].some((code) =>
    item.additionalProcedureCodes.includes(code),
  )
  if (isUnsold && item.valuationMethodCode === FALL_BACK) {
    const reason = 'the statement of value (N325) on which the value is based is missing.'
    return hasDocument(item, ['N325', 'N935', 'N380'])
      ? []
      : [itemFault(item, 'CDS40045', { where: '02A', reason })]
  }
  if (item.valuationMethodCode !== '1') {
    const reason = `valuation method ${item.valuationMethodCode ?? '(none)'} is not taken here.`
    return [itemFault(item, 'CDS10020', { where: '41A/122', reason })]
  }
  const invoiced = hasDocument(item, ['N935', 'N380'])
  return [
    ...(invoiced
      ? []
      : [
          itemFault(item, 'CDS40045', {
            where: '02A',
            reason: 'the invoice (N935 or N380) on which the value is based is missing.',
          }),
        ]),
    ...(VALUATION_INDICATORS.test(item.valuationIndicators ?? '')
      ? []
      : missingInItem(item, undefined, {
          where: '39B/188',
          what: 'The valuation indicator (4/13)',
        })),
  ]
}

function hasDocument({ documents }: LodgedItem, codes: readonly string[]): boolean {
  return documents.some(({ categoryCode = '', typeCode = '' }) =>
    codes.includes(categoryCode + typeCode),
  )
}

const price: ItemCheck = (item) => {
  if (item.itemPrice === undefined) {
    return missingInItem(item, undefined, { where: '23A/79A/112', what: 'The item price (4/14)' })
  }
  return isNegative(item.itemPrice.amount)
    ? [itemFault(item, 'CDS10021', { where: '23A/79A/112', reason: 'the price is negative.' })]
    : []
}

/** What the goods weigh, with and without packaging. */
export const mass: ItemCheck = (item) => {
  const { grossMassKg, netMassKg } = item
  if (grossMassKg === undefined || netMassKg === undefined) {
    return [
      ...missingInItem(item, grossMassKg, { where: '23A/65A/126', what: 'The gross mass (6/5)' }),
      ...missingInItem(item, netMassKg, { where: '23A/65A/128', what: 'The net mass (6/1)' }),
    ]
  }
  return [...positive(item, netMassKg), ...notAbove(item, netMassKg, grossMassKg)]
}

function positive(item: LodgedItem, netMassKg: DecimalText): ReturnType<ItemCheck> {
  return isZero(netMassKg) || isNegative(netMassKg)
    ? [
        itemFault(item, 'CDS12123', {
          where: '23A/65A/128',
          reason: 'the net mass is not positive.',
        }),
      ]
    : []
}

function notAbove(item: LodgedItem, net: DecimalText, gross: DecimalText): ReturnType<ItemCheck> {
  const reason = `net ${net} kg is more than gross ${gross} kg.`
  return compareDecimals(net, gross) > 0
    ? [itemFault(item, 'CDS11006', { where: '23A/65A/128', reason })]
    : []
}

const origin: ItemCheck = (item) =>
  missingInItem(item, item.originCountry, { where: '92A/063', what: 'The origin (5/15)' })

const movement: ItemCheck = (item) =>
  item.statementCodes
    .filter((code) => NORTHERN_IRELAND_STATEMENTS.includes(code))
    .map((code) =>
      itemFault(item, 'CDS10020', {
        where: '03A/226',
        reason: `${code}: movements of Northern Ireland are not taken here.`,
      }),
    )

const oneCurrency: Check = ({ items, invoiceCurrency }) => {
  const currencies = new Set(items.flatMap((item) => item.itemPrice?.currency ?? []))
  const [first] = items
  if (first === undefined || currencies.size === 0) return []
  if (currencies.size > 1) {
    const reason = `prices are in ${[...currencies].join(' and ')}.`
    return [itemFault(first, 'CDS12057', { where: '23A/79A/112', reason })]
  }
  const reason = `the invoice is in ${invoiceCurrency}, the prices are not.`
  return invoiceCurrency === undefined || currencies.has(invoiceCurrency)
    ? []
    : [itemFault(first, 'CDS12082', { where: '23A/79A/112', reason })]
}

const inEveryImport: readonly ItemCheck[] = [
  ...[description, commodityCode, vatRateClaim, procedure, mass, origin],
]

/** Rules about each goods item of a simplified declaration, whose value is stated afterwards. */
export const simplifiedItemChecks: readonly Check[] = [...inEveryImport, movement].map(forEachItem)

/** Rules about each goods item. */
export const itemChecks: readonly Check[] = [
  ...[...inEveryImport, valuation, price].map(forEachItem),
  oneCurrency,
]
