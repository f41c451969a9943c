import { compareDecimals, isNegative } from '../../customs/money/decimal.ts'
import { UKIMS_NUMBER } from '../assessment/duty-territory.ts'
import {
  fault,
  forEachItem,
  itemFault,
  missingInItem,
  type Check,
  type ItemCheck,
} from './check.ts'
import { statementsMissing } from './northern-ireland-checks.ts'

/** The movement is within the United Kingdom, and the goods are not at risk of moving on. */
const movement: ItemCheck = (item) => statementsMissing(item, ['NIDOM', 'NIREM'])

/** Without the document NIREM has no effect, and goods at risk are not taken here. */
const authorisation: ItemCheck = (item) => {
  const shown = item.documents.find(
    ({ categoryCode, typeCode }) => categoryCode === '1' && typeCode === 'UKI',
  )
  if (shown !== undefined && UKIMS_NUMBER.test(shown.id ?? '')) return []
  const reason = 'the authorisation of the UK Internal Market Scheme (1UKI) is not shown.'
  return [itemFault(item, 'CDS40045', { where: '02A', reason })]
}

/** The importer is who holds the authorisation. */
const holder: Check = ({ authorisationHolders, importer }) =>
  authorisationHolders.some(
    ({ categoryCode, id }) => categoryCode === 'UKIM' && id !== undefined && id === importer.id,
  )
    ? []
    : [fault('CDS12070', '17C/R145', 'The importer is no holder of an authorisation UKIM (3/39).')]

const destination: Check = ({ destinationCountry }) =>
  destinationCountry === 'GB'
    ? []
    : [fault('CDS10020', '67A/99B/465', 'The country of destination (5/8) is not GB.')]

const price: ItemCheck = (item) => {
  const where = '23A/79A/112'
  if (item.itemPrice === undefined) {
    return missingInItem(item, undefined, { where, what: 'The item price (4/14)' })
  }
  return isNegative(item.itemPrice.amount)
    ? [itemFault(item, 'CDS10021', { where, reason: 'the price is negative.' })]
    : []
}

const masses: ItemCheck = (item) => {
  const { grossMassKg, netMassKg } = item
  if (grossMassKg === undefined || netMassKg === undefined) {
    return missingInItem(item, netMassKg, { where: '23A/65A/128', what: 'The net mass (6/1)' })
  }
  const reason = `net ${netMassKg} kg is more than gross ${grossMassKg} kg.`
  return compareDecimals(netMassKg, grossMassKg) > 0
    ? [itemFault(item, 'CDS11006', { where: '23A/65A/128', reason })]
    : []
}

const origin: ItemCheck = (item) =>
  missingInItem(item, item.originCountry, { where: '92A/063', what: 'The origin (5/15)' })

const packages: ItemCheck = (item) =>
  item.packages.length > 0
    ? []
    : [itemFault(item, 'CDS12058', { where: '93A#1/144', reason: 'no package is declared.' })]

/** Rules of goods from Great Britain that are not at risk. */
export const h8Checks: readonly Check[] = [
  holder,
  destination,
  ...[movement, authorisation, price, masses, origin, packages].map(forEachItem),
]
