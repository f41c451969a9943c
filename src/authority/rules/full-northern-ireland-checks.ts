import { comesToNorthernIreland } from '../assessment/duty-territory.ts'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import { forEachItem, itemFault, type Check, type ItemCheck } from './check.ts'

const STATEMENT = '03A/226'

/** Statements of Northern Ireland that this office has no way to go by. */
const NOT_TAKEN: readonly string[] = ['NIEXP', 'NIAID', 'NIQUO', 'NIPRO']

/** Reliefs of Great Britain, which do not reach goods to Northern Ireland, or have a data set there. */
const BRITISH_RELIEFS: readonly string[] = ['C07', 'C08', 'F01', 'F05', '1RV']

/** Whether a declaration is one of goods to Northern Ireland. */
export function isToNorthernIreland({ items }: Pick<LodgedDeclaration, 'items'>): boolean {
  return items.some(comesToNorthernIreland)
}

const statements: ItemCheck = (item) => [
  ...item.statementCodes
    .filter((code) => NOT_TAKEN.includes(code))
    .map((code) =>
      itemFault(item, 'CDS10020', { where: STATEMENT, reason: `${code} is not taken here.` }),
    ),
  ...(item.statementCodes.includes('NIREM') && !comesToNorthernIreland(item)
    ? [itemFault(item, 'CDS40073', { where: STATEMENT, reason: 'NIREM stands without NIIMP.' })]
    : []),
  ...(item.statementCodes.includes('NIREM') && item.statementCodes.includes('NIDOM')
    ? [
        itemFault(item, 'CDS10020', {
          where: STATEMENT,
          reason: 'goods from Great Britain that are not at risk are declared with H8 here.',
        }),
      ]
    : []),
]

/** All goods of a declaration come the same way. */
const oneMovement: Check = ({ items }) => {
  const [first] = items
  if (first === undefined || !isToNorthernIreland({ items })) return []
  const way = first.statementCodes.includes('NIDOM') ? 'NIDOM' : 'NIIMP'
  const other = way === 'NIDOM' ? 'NIIMP' : 'NIDOM'
  return items
    .filter(({ statementCodes }) => !statementCodes.includes(way) || statementCodes.includes(other))
    .map((item) =>
      itemFault(item, 'CDS12070', {
        where: STATEMENT,
        reason: `every item states either NIIMP or NIDOM, item 1 states ${way}.`,
      }),
    )
}

const noBritishRelief: ItemCheck = (item) =>
  comesToNorthernIreland(item)
    ? item.additionalProcedureCodes
        .filter((code) => BRITISH_RELIEFS.includes(code))
        .map((code) =>
          itemFault(item, 'CDS12056', {
            where: '70A#2/166',
            reason: `${code} is not taken for goods to Northern Ireland in a full declaration.`,
          }),
        )
    : []

/** Rules of goods that are declared in full in Northern Ireland. */
export const fullNorthernIrelandChecks: readonly Check[] = [
  oneMovement,
  ...[statements, noBritishRelief].map(forEachItem),
]
