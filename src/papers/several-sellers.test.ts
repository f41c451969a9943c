import { describe, expect, it } from 'vitest'
import { consolidatedOrders } from '../../test/agent-orders.ts'
import { valueOf } from '../../test/gb-reference-data.ts'
import { pdfPages } from '../../test/pdf-text.ts'
import { nameLists } from '../../test/sample-papers.ts'
import { joinOrders } from '../customs/consignment/join-orders.ts'
import { commercialInvoice } from '../customs/documents/commercial-invoice.ts'
import { completePurchases } from '../customs/documents/complete-consignment.ts'
import { packingList } from '../customs/documents/packing-list.ts'
import { renderDocument } from './render-document.ts'

const consignment = valueOf(
  joinOrders(consolidatedOrders, undefined, {
    reference: 'NRT-9-1',
    packages: { count: 1, type: 'CT' },
  }),
)
const [first, ...others] = valueOf(completePurchases(consignment, nameLists))

describe('the papers of a consignment with several sellers', () => {
  it('print an invoice for each seller, who is not the exporter', async () => {
    const importerOfRecord = { role: 'buyer', party: consignment.parties.buyer } as const
    const data = commercialInvoice({ consignment: others[0]!, importerOfRecord })
    const invoice = { kind: 'commercial-invoice', templateVersion: 1, data } as const
    const [page] = pdfPages(valueOf(await renderDocument(invoice)))
    for (const text of ['UB-5521', 'Ueno Book Market K.K.', '44.80', '6.96', 'TSB-72']) {
      expect(page).toContain(text)
    }
    for (const text of ['Kanda Kobo', 'KK-90112', 'exporter']) expect(page).not.toContain(text)
  })

  it('print one packing list of the agent with the numbers of all invoices', async () => {
    const list = {
      kind: 'packing-list',
      templateVersion: 1,
      data: packingList(first!, others),
    } as const
    const [page] = pdfPages(valueOf(await renderDocument(list)))
    const texts = ['Tsubame Buying Service G.K.', 'KK-90112, UB-5521', 'TSB-71, TSB-72', '2.260 kg']
    for (const text of texts) expect(page?.replaceAll(/\s+/g, ' ')).toContain(text)
  })
})
