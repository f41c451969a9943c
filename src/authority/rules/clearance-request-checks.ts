import { forEachItem, itemFault, missingInItem, type Check, type ItemCheck } from './check.ts'

/** Release of goods that no declaration is asked for, with no additional conditions. */
const RELEASE = '0002'
const NO_CONDITION = '000'

const description: ItemCheck = (item) =>
  missingInItem(item, item.description, { where: '23A/137', what: 'The description (6/8)' })

/** Of all clearance requests this office takes the plain release alone; nobody notifies records here. */
const procedure: ItemCheck = (item) => {
  const { procedureCode = '--', previousProcedureCode = '--', additionalProcedureCodes } = item
  const declared = `${procedureCode}${previousProcedureCode}`
  if (declared !== RELEASE) {
    const reason = `procedure ${declared} is not taken in a clearance request, only ${RELEASE}.`
    return [itemFault(item, 'CDS12050', { where: '70A#1/166', reason })]
  }
  return additionalProcedureCodes.length === 1 && additionalProcedureCodes[0] === NO_CONDITION
    ? []
    : [
        itemFault(item, 'CDS12056', {
          where: '70A#2/166',
          reason: `${additionalProcedureCodes.join(', ') || 'no additional procedure'} is not taken, only ${NO_CONDITION}.`,
        }),
      ]
}

/** What has a price or bears a tax is declared, not asked for. */
const neitherPriceNorTax: ItemCheck = (item) => [
  ...(item.itemPrice === undefined
    ? []
    : [itemFault(item, 'CDS10020', { where: '23A/79A/112', reason: 'a request has no price.' })]),
  ...(item.taxTypes.length === 0
    ? []
    : [itemFault(item, 'CDS10020', { where: '23A/50A/113', reason: 'a request has no taxes.' })]),
]

/** Rules about each goods item of a customs clearance request of an import (C21i). */
export const clearanceRequestChecks: readonly Check[] = [
  ...[description, procedure, neitherPriceNorTax].map(forEachItem),
]
