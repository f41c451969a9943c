import type { PreviousDocument } from '../message/lodged-declaration.ts'
import { fault, forEachItem, itemFault, type Check, type ItemCheck } from './check.ts'

/** Type of a previous document (2/1) that names the simplified declaration. */
const SIMPLIFIED = 'SDE'

/** The MRN of the simplified declaration that goods were released on. */
export function initialMrnOf({
  previousDocuments,
}: {
  readonly previousDocuments: readonly PreviousDocument[]
}): string | undefined {
  return previousDocuments.find(({ typeCode }) => typeCode === SIMPLIFIED)?.id
}

/** What is completed has to be there, to be the trader's own, and to have released its goods. */
const initial: ItemCheck = (item, { declarant }, { initialDeclaration }) => {
  const where = '99A/D018'
  const mrn = initialMrnOf(item)
  if (mrn === undefined) {
    const reason = 'the simplified declaration that is completed (2/1, SDE) is missing.'
    return [itemFault(item, 'CDS10001', { where, reason })]
  }
  const known = initialDeclaration(mrn)
  if (known === undefined || known.declarant !== declarant.id) {
    const reason = `${mrn} is no simplified declaration of this declarant.`
    return [itemFault(item, 'CDS10020', { where, reason })]
  }
  return known.isReleased
    ? []
    : [itemFault(item, 'CDS10020', { where, reason: `the goods of ${mrn} are not released.` })]
}

/** The debt came about when the simplified declaration was accepted, and that day's law holds. */
const taxPoint: Check = ({ declaredAcceptance, items }, { initialDeclaration }) => {
  if (declaredAcceptance === undefined) {
    return [fault('CDS10001', '032', 'The date of acceptance is missing.')]
  }
  const acceptances = items.flatMap((item) => {
    const mrn = initialMrnOf(item)
    return (mrn && initialDeclaration(mrn)?.acceptedAt) ?? []
  })
  const others = acceptances.filter((at) => at.slice(0, 10) !== declaredAcceptance.slice(0, 10))
  return others.length === 0
    ? []
    : [fault('CDS12016', '032', `The simplified declaration was accepted on ${others.join(', ')}.`)]
}

/** Rules about what a supplementary declaration completes. */
export const supplementaryChecks: readonly Check[] = [forEachItem(initial), taxPoint]
