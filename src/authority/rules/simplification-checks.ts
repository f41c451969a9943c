import { fault, forEachItem, itemFault, type Check, type ItemCheck } from './check.ts'

/** Type of the authorisation for simplified declarations, data element 3/39. */
const SIMPLIFIED_DECLARATIONS = 'SDE'
/** The document under which its decision is named, data element 2/3. */
const DECISION = 'C512'
/** Country, type of the authorisation, and the office's own number. */
const DECISION_NUMBER = /^GBSDE[0-9A-Z]{1,30}$/

const holder: Check = ({ authorisationHolders, importer, exporter, declarant, typeCode }) => {
  // Of goods that leave the exporter is what the importer is of others.
  const isExported = typeCode?.startsWith('EX') === true
  const trader = isExported ? exporter : importer
  const role = isExported ? 'exporter' : 'importer'
  const named = authorisationHolders.filter(
    ({ categoryCode }) => categoryCode === SIMPLIFIED_DECLARATIONS,
  )
  const [first] = named
  if (first === undefined) {
    const reason =
      'No holder of an authorisation for simplified declarations (SDE) is named (3/39).'
    return [fault('CDS12120', '13A/360', reason)]
  }
  return [trader.id, declarant.id].includes(first.id)
    ? []
    : [fault('CDS12150', '13A/R003', `${first.id ?? '(none)'} is neither ${role} nor declarant.`)]
}

const decision: ItemCheck = (item) => {
  const numbers = item.documents
    .filter(({ categoryCode = '', typeCode = '' }) => categoryCode + typeCode === DECISION)
    .map(({ id }) => id)
  if (numbers.length === 0) {
    const reason = `the authorisation (${DECISION}) under which the goods are simplified is missing.`
    return [itemFault(item, 'CDS12096', { where: '02A', reason })]
  }
  return numbers
    .filter((number) => !DECISION_NUMBER.test(number ?? ''))
    .map((number) => {
      const reason = `${number ?? '(none)'} is no authorisation for simplified declarations.`
      return itemFault(item, 'CDS12007', { where: '02A/D005', reason })
    })
}

/** Rules about the authorisation to declare in two steps. */
export const simplificationChecks: readonly Check[] = [holder, forEachItem(decision)]
