import { compareDecimals, isNegative, isZero } from '../../customs/money/decimal.ts'
import type { LodgedParty } from '../message/lodged-declaration.ts'
import { fault, forEachItem, itemFault, missing, missingInItem } from './check.ts'
import type { Check, ItemCheck } from './check.ts'
import {
  consignmentReference,
  declarant,
  eoriErrors,
  identification,
  itemCount,
  originalDeclaration,
  packages,
  transport,
} from './header-checks.ts'
import { description, mass } from './item-checks.ts'

/*
 * Rules of goods that leave Great Britain, in full (B1) and simplified (C1).
 *
 * Source: CDS UK Trade Tariff, volume 3, appendices 22A and 22D, and the export declaration completion
 * guide, DE 1/10, 2/2, 3/1, 3/9, 5/8, 5/12, 6/14 and 8/6; HMRC's trader tests TT_EX001a, 006a, 011a.
 */

/** Full and simplified exports that this office takes: arrived and pre-lodged. */
const EXPORT_TYPES: readonly (string | undefined)[] = ['EXA', 'EXD', 'EXC', 'EXF']

const declarationType: Check = ({ typeCode }) =>
  EXPORT_TYPES.includes(typeCode)
    ? []
    : [fault('CDS12052', 'D013', `Type ${typeCode ?? '(none)'} is not taken here.`)]

const exporter: Check = (declaration) =>
  eoriErrors(declaration.exporter, { where: '57A/R032', who: 'The exporter' }, declaration)

/** Whoever declares for itself says so on each item (00400); others state in whose name (3/21). */
const representation: Check = (declaration) => {
  const { representativeStatusCode: status, items } = declaration
  if (status === '2' || status === '3') return []
  if (declaration.declarant.id !== declaration.exporter.id) {
    return [fault('CDS10001', '05A/102', 'The representative status (3/21) is missing or unknown.')]
  }
  const reason = 'the statement that the exporter declares for itself (00400) is missing.'
  return items
    .filter(({ statementCodes }) => !statementCodes.includes('00400'))
    .map((item) => itemFault(item, 'CDS10001', { where: '03A/226', reason }))
}

/** `GB` and six digits: goods leave by an office of this country. */
const EXIT_OFFICE = /^GB\d{6}$/

const exitOffice: Check = ({ exitOffice: office }) => {
  if (office === undefined) return missing(office, '56A/G005', 'The office of exit (5/12)')
  const reason = `${office} is no office of exit of Great Britain.`
  return EXIT_OFFICE.test(office) ? [] : [fault('CDS10020', '56A/G005', reason)]
}

const destination: ItemCheck = (item, { destinationCountry }) => {
  const where = '99B/465'
  const country = item.destinationCountry ?? destinationCountry
  if (country === undefined) {
    return missingInItem(item, country, { where, what: 'The destination (5/8)' })
  }
  const reason = 'the goods leave for Great Britain itself.'
  return country === 'GB' ? [itemFault(item, 'CDS10020', { where, reason })] : []
}

const consignee: ItemCheck = (item, { consignee: ofAll }) => {
  const reason = 'the consignee (3/9) has neither EORI nor name and address.'
  return isNamed(item.consignee ?? ofAll)
    ? []
    : [itemFault(item, 'CDS10001', { where: '27A/R014', reason })]
}

function isNamed(party: LodgedParty | undefined): boolean {
  return party?.id !== undefined || (party?.name !== undefined && party.hasAddress)
}

/** Eight digits: exports have no ninth and tenth. The office keeps no list of export codes. */
const commodityCode: ItemCheck = (item) => {
  const reason = 'the commodity code of an export has eight digits.'
  return /^\d{8}$/.test(item.commodityCode ?? '')
    ? []
    : [itemFault(item, 'CDS10004', { where: '23A/21A#1/145', reason })]
}

/** Goods in free circulation that leave for good; re-exports and processing are not taken. */
const PERMANENT_EXPORT = '1040'

const procedure: ItemCheck = (item) => {
  const { procedureCode, previousProcedureCode, additionalProcedureCodes: additional } = item
  const declared = `${procedureCode ?? '--'}${previousProcedureCode ?? '--'}`
  if (declared !== PERMANENT_EXPORT) {
    const reason = `procedure ${declared} is not taken here, only ${PERMANENT_EXPORT}.`
    return [itemFault(item, 'CDS12050', { where: '70A#1/166', reason })]
  }
  if (additional.length === 0) {
    return missingInItem(item, undefined, { where: '70A#2/166', what: 'An additional procedure' })
  }
  const reason = 'additional procedure 000 stands beside others.'
  return additional.includes('000') && additional.length > 1
    ? [itemFault(item, 'CDS12149', { where: '70A#2/166', reason })]
    : []
}

const movement: ItemCheck = (item) => {
  const reason = 'NIEXP: exports from Northern Ireland are not taken here.'
  return item.statementCodes.includes('NIEXP')
    ? [itemFault(item, 'CDS10020', { where: '03A/226', reason })]
    : []
}

const statisticalValue: ItemCheck = (item) => {
  const { statisticalValue: value } = item
  const where = '114'
  if (value === undefined) {
    return missingInItem(item, value, { where, what: 'The statistical value (8/6)' })
  }
  if (isNegative(value.amount)) {
    return [itemFault(item, 'CDS10021', { where, reason: 'the statistical value is negative.' })]
  }
  const reason = `the statistical value is in ${value.currency}, not in pounds.`
  return value.currency === 'GBP' ? [] : [itemFault(item, 'CDS10020', { where, reason })]
}

/** Of a simplified export the gross mass may follow, the net mass not. */
const netMass: ItemCheck = (item) => {
  const where = '23A/65A/128'
  const { netMassKg, grossMassKg } = item
  if (netMassKg === undefined) {
    return missingInItem(item, netMassKg, { where, what: 'The net mass (6/1)' })
  }
  if (isZero(netMassKg) || isNegative(netMassKg)) {
    return [itemFault(item, 'CDS12123', { where, reason: 'the net mass is not positive.' })]
  }
  const reason = `net ${netMassKg} kg is more than gross ${grossMassKg} kg.`
  return grossMassKg !== undefined && compareDecimals(netMassKg, grossMassKg) > 0
    ? [itemFault(item, 'CDS11006', { where, reason })]
    : []
}

/** The goods are in packages, whether or not all of these are counted yet. */
const packed: Check = ({ items }) =>
  items.some((item) => item.packages.length > 0)
    ? []
    : [fault('CDS12058', '67A/68A#1/93A#1/144', 'No item has a package.')]

const shared: readonly Check[] = [
  ...[originalDeclaration, identification, declarationType, declarant, exporter, representation],
  ...[transport, exitOffice, itemCount, consignmentReference],
  ...[description, commodityCode, procedure, movement, destination, consignee].map(forEachItem),
]

/** Rules of full exports. */
export const exportChecks: readonly Check[] = [
  ...shared,
  packages,
  ...[mass, statisticalValue].map(forEachItem),
]

/** Rules of simplified exports, beside those of the authorisation that they rest on. */
export const simplifiedExportChecks: readonly Check[] = [...shared, packed, forEachItem(netMass)]
