import type { LodgedItem, LodgedParty } from '../message/lodged-declaration.ts'
import { isNegative, isZero } from '../../customs/money/decimal.ts'
import {
  fault,
  forEachItem,
  itemFault,
  missingInItem,
  type Check,
  type ItemCheck,
} from './check.ts'
import type { DeclarationError } from './declaration-error.ts'

/** EORI of Great Britain or Northern Ireland; CDS takes both for declarations to Northern Ireland. */
const UK_EORI = /^(GB|XI)\d{12}(\d{3})?$/

function eoriErrors({ id }: LodgedParty, where: string, who: string): readonly DeclarationError[] {
  if (id === undefined) return [fault('CDS10001', where, `${who} has no EORI.`)]
  return UK_EORI.test(id) ? [] : [fault('CDS12005', where, `${who}: ${id} is no EORI.`)]
}

const declarant: Check = ({ declarant: party }) => eoriErrors(party, '57B/R123', 'The declarant')

const importer: Check = ({ importer: party }) => {
  if (party.id !== undefined) return eoriErrors(party, '67A/74A/R038', 'The importer')
  return party.name !== undefined && party.hasAddress
    ? []
    : [fault('CDS10001', '67A/74A/R038', 'The importer has neither EORI nor name and address.')]
}

/** Only release for free circulation is taken here. */
const procedure: ItemCheck = (item) => {
  const { procedureCode = '--', previousProcedureCode = '--' } = item
  const declared = `${procedureCode}${previousProcedureCode}`
  const reason = `procedure ${declared} is not taken here, only 4000.`
  return declared === '4000' ? [] : [itemFault(item, 'CDS12050', { where: '70A#1/166', reason })]
}

const description: ItemCheck = (item) =>
  missingInItem(item, item.description, { where: '23A/137', what: 'The description (6/8)' })

const grossMass: ItemCheck = (item) => {
  const where = '23A/65A/126'
  if (item.grossMassKg === undefined) {
    return missingInItem(item, undefined, { where, what: 'The gross mass (6/5)' })
  }
  return isZero(item.grossMassKg) || isNegative(item.grossMassKg)
    ? [itemFault(item, 'CDS12123', { where, reason: 'the gross mass is not positive.' })]
    : []
}

/** Six or eight digits are enough, if goods of the tariff begin so. */
const classification: ItemCheck = (item, _declaration, { tariff, on }) => {
  const where = '23A/21A#1/145'
  const { commodityCode = '' } = item
  if (!/^(\d{6}|\d{8}|\d{10})$/.test(commodityCode)) {
    return [
      itemFault(item, 'CDS10004', { where, reason: `${commodityCode} is no commodity code.` }),
    ]
  }
  const reason = `the tariff of ${on} has no goods under ${commodityCode}.`
  return tariff.linesUnder(commodityCode, on).length > 0
    ? []
    : [itemFault(item, 'CDS40013', { where, reason })]
}

/** Nothing is charged in these data sets, so no tax can be paid by them. */
const noTaxes: ItemCheck = (item) =>
  item.taxTypes.length === 0
    ? []
    : [itemFault(item, 'CDS10020', { where: '23A/50A/113', reason: 'this data set has no taxes.' })]

/** Rules of both data sets for goods that are delivered to Northern Ireland. */
export const northernIrelandChecks: readonly Check[] = [
  declarant,
  importer,
  ...[procedure, description, grossMass, classification, noTaxes].map(forEachItem),
]

/** The error of an item that has not one of the statements that its movement asks for (2/2). */
export function statementsMissing(
  item: LodgedItem,
  wanted: readonly string[],
): readonly DeclarationError[] {
  return wanted
    .filter((code) => !item.statementCodes.includes(code))
    .map((code) =>
      itemFault(item, 'CDS12070', { where: '03A/226', reason: `${code} is not declared.` }),
    )
}
