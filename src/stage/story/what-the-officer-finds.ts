import type { Dossier } from './facts.ts'
import { goods, type Lies, realShoePrice } from './stage-order.ts'

/** One finding of an inspection, in the words of the officers' interface. */
export interface StageFinding {
  readonly sequence: number
  readonly result: 'satisfied' | 're-classified' | 're-valued'
  readonly reason: string
  readonly commodityCode?: string
  readonly itemPrice?: { readonly amount: string; readonly currency: string }
}

/**
 * What somebody sees who opens the parcel and looks at what is really in it. Items that an officer
 * has corrected before are found to be in order.
 */
export function whatTheOfficerFinds({ declaration }: Dossier, lies: Lies): readonly StageFinding[] {
  return declaration.items.map(({ sequence, commodityCode }): StageFinding => {
    if (commodityCode === goods.notebooks && lies.misDescribed) {
      return {
        ...{ sequence, result: 're-classified', commodityCode: goods.shirts },
        reason: 'The carton holds six knitted cotton T-shirts and no notebooks.',
      }
    }
    if (commodityCode === goods.shoes && lies.underValued) {
      return {
        ...{ sequence, result: 're-valued', itemPrice: realShoePrice },
        reason: 'The receipt in the box says GBP 89.00 for the shoes.',
      }
    }
    return { sequence, result: 'satisfied', reason: 'The goods are as declared.' }
  })
}

/** The corrections that follow from findings, for a re-assessment; empty where all is in order. */
export function correctionsOf(
  findings: readonly StageFinding[],
): readonly Pick<StageFinding, 'sequence' | 'commodityCode' | 'itemPrice'>[] {
  return findings
    .filter(({ result }) => result !== 'satisfied')
    .map(({ sequence, commodityCode, itemPrice }) => ({
      sequence,
      ...(commodityCode !== undefined && { commodityCode }),
      ...(itemPrice !== undefined && { itemPrice }),
    }))
}
