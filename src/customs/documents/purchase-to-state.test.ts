import { describe, expect, it } from 'vitest'
import { preferenceOrder, sampleComplete } from '../../../test/sample-papers.ts'
import { localDate } from '../calendar/local-date.ts'
import type { CompleteConsignment } from './complete-consignment.ts'
import { purchaseToState } from './purchase-to-state.ts'

function purchase(number: string, agreement?: string): CompleteConsignment {
  const order = agreement === undefined ? {} : preferenceOrder({ agreement, origin: 'FR' })
  return sampleComplete({
    ...order,
    commercialInvoice: { number, issuedOn: localDate('2026-09-01') },
  })
}

const unclaimed = purchase('A')
const claiming = purchase('B', 'gb-eu-tca')
const alsoClaiming = purchase('C', 'gb-eu-tca')
const agreement = 'gb-eu-tca'

describe('purchaseToState', () => {
  it('is the one whose goods claim under the agreement', () => {
    expect(purchaseToState([unclaimed, claiming], { agreement })).toMatchObject({
      value: { commercialInvoice: { number: 'B' } },
    })
  })

  it('is the one that is named, and has to be named where several claim', () => {
    const several = [claiming, alsoClaiming]
    expect(purchaseToState(several, { agreement })).toMatchObject({
      failures: [{ code: 'fact-missing', path: '/invoiceNumber' }],
    })
    expect(purchaseToState(several, { agreement, invoiceNumber: 'C' })).toMatchObject({
      value: { commercialInvoice: { number: 'C' } },
    })
    expect(purchaseToState(several, { agreement, invoiceNumber: 'D' })).toMatchObject({
      failures: [{ code: 'not-found', path: '/invoiceNumber' }],
    })
  })

  it('is named by an item of it where two sellers numbered their invoices alike', () => {
    const [first, ...others] = alsoClaiming.goodsItems
    const alike = {
      ...alsoClaiming,
      commercialInvoice: claiming.commercialInvoice,
      goodsItems: [{ ...first!, itemNumber: 5 }, ...others.map((o) => ({ ...o, itemNumber: 6 }))],
    }
    const wanted = { agreement, invoiceNumber: 'B' }
    const ambiguous = purchaseToState([claiming, alike], wanted)
    expect(ambiguous).toMatchObject({ failures: [{ code: 'fact-missing', path: '/itemNumber' }] })
    expect(JSON.stringify(ambiguous)).toContain('begin with the items 1, 5')
    expect(purchaseToState([claiming, alike], { ...wanted, itemNumber: 6 })).toMatchObject({
      value: { goodsItems: [{ itemNumber: 5 }, { itemNumber: 6 }] },
    })
    expect(purchaseToState([claiming, alike], { ...wanted, itemNumber: 9 })).toMatchObject({
      failures: [{ code: 'not-found', path: '/itemNumber' }],
    })
  })

  it('leaves it to the statement to say that nobody claims anything', () => {
    expect(purchaseToState([unclaimed], { agreement })).toMatchObject({
      value: { commercialInvoice: { number: 'A' } },
    })
  })
})
