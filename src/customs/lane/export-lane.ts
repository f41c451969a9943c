import type { Consignment } from '../consignment/consignment.ts'
import { cite, type Laws } from '../law/law.ts'
import type { ExportDecision } from './lane-decision.ts'

/** Whether goods go from the United Kingdom to another country, whatever else is known of them. */
export function leavesTheCountry({ shipFrom, deliverTo }: Consignment): boolean {
  return shipFrom.country === 'GB' && deliverTo.country !== 'GB'
}

/** The full export declaration. */
export function exportLane({ deliverTo }: Consignment, laws: Laws): ExportDecision {
  return {
    lane: 'gb-b1-export',
    dataSet: 'B1',
    vat: 'not-due',
    reasons: [
      {
        text: {
          en: `The goods leave Great Britain for ${deliverTo.country}, so they are declared for export before they go; nothing is charged at the exit.`,
          zh: `货物由大不列颠运往 ${deliverTo.country}，离境前须申报出口；出境时不收税费。`,
        },
        law: cite(laws, 'gb-export-declaration'),
      },
    ],
  }
}
