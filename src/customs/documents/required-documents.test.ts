import { describe, expect, it } from 'vitest'
import { britishLaws } from '../../../test/gb-reference-data.ts'
import {
  preferenceAgreements,
  preferenceOrder,
  sampleConsignment,
  sampleOrder,
} from '../../../test/sample-papers.ts'
import { localDate } from '../calendar/local-date.ts'
import { consignmentFromOrder } from '../consignment/consignment-from-order.ts'
import type { LaneDecision } from '../lane/lane-decision.ts'
import { money } from '../money/money.ts'
import type { PartiesDecision } from '../parties/parties-decision.ts'
import { type DocumentsQuestion, requiredDocuments } from './required-documents.ts'
import type { RequiredDocumentType } from './required-document.ts'

const reason = { text: { en: 'For the test.', zh: '测试。' } }
const paid = { value: { method: 'paid' }, reason } as const
const { buyer } = sampleConsignment.parties
const { seller } = sampleOrder

const parties: PartiesDecision = {
  importerOfRecord: { value: { role: 'buyer', party: buyer }, reason },
  declarant: {
    value: { name: 'Channel Brokers Ltd', address: buyer.address, eori: 'GB123456789000' },
    reason,
  },
  representation: { value: 'direct', reason },
  payers: [],
  sellerForVat: { value: { role: 'seller', party: seller }, reason },
  importVatAccounting: paid,
  dutyPayment: paid,
  importersNotChosen: [],
}

const lane: LaneDecision = {
  lane: 'gb-h1-standard',
  dataSet: 'H1',
  procedure: '4000',
  additionalProcedures: ['000'],
  statements: [],
  customsDuty: 'due',
  vat: 'import-vat',
  intrinsicValue: money('504.20', 'GBP'),
  threshold: money('135', 'GBP'),
  reasons: [],
  notTaken: [],
}

function entry(type: RequiredDocumentType, changes: Partial<DocumentsQuestion> = {}) {
  const laws = britishLaws()
  const on = localDate('2026-09-05')
  const question = {
    ...{ consignment: sampleConsignment, lane, parties, on, laws, preferenceAgreements },
    heldProofs: [],
  }
  return requiredDocuments({ ...question, ...changes }).find((document) => document.type === type)
}

describe('requiredDocuments', () => {
  it('requires the invoice under N935, with the law of the customs value', () => {
    expect(entry('commercial-invoice')).toMatchObject({
      documentCode: 'N935',
      needed: 'required',
      state: 'can-be-made-out',
      reference: 'HC-26-08831',
      whoProvides: 'seller',
      law: { id: 'gb-customs-value' },
    })
  })

  it('says that an invoice without number and date is absent', () => {
    const { commercialInvoice: _, ...consignment } = sampleConsignment
    const invoice = entry('commercial-invoice', { consignment })
    expect(invoice).toMatchObject({ needed: 'required', state: 'absent' })
    expect(invoice).not.toHaveProperty('reference')
  })

  it('can make out a packing list only where everything is weighed', () => {
    expect(entry('packing-list')?.state).toBe('can-be-made-out')
    const [first, ...others] = sampleConsignment.goodsItems
    const { netWeightKg: _, ...unweighed } = first!
    const consignment = { ...sampleConsignment, goodsItems: [unweighed, ...others] }
    expect(entry('packing-list', { consignment })?.state).toBe('absent')
  })

  it.each([
    ['air', 'N740'],
    ['sea', 'N705'],
    ['rail', 'N720'],
    ['road', 'N730'],
    ['post', 'N750'],
  ] as const)('names the transport document by %s as %s', (mode, documentCode) => {
    const transport = { mode, transportDocument: '160-48291175' }
    expect(
      entry('transport-document', { consignment: { ...sampleConsignment, transport } }),
    ).toMatchObject({ documentCode, state: 'held', reference: '160-48291175' })
  })

  it('asks for no certificate of origin, but can apply for one', () => {
    expect(entry('certificate-of-origin')).toMatchObject({
      needed: 'not-needed',
      state: 'can-be-made-out',
      whoProvides: 'chamber-of-commerce',
    })
  })

  describe('for goods that claim a preference', () => {
    const consignment = consignmentFromOrder(
      preferenceOrder({ agreement: 'gb-eu-tca', origin: 'FR' }),
    )

    it('requires the proof, and none where nothing is claimed', () => {
      expect(entry('preference-statement')?.needed).toBe('not-needed')
      expect(entry('preference-statement', { consignment })).toMatchObject({
        documentCode: 'U110',
        needed: 'required',
        state: 'absent',
        whoProvides: 'seller',
        law: { id: 'gb-preference-claim-eu' },
      })
    })

    it('counts it as held once it is on the case', () => {
      const heldProofs = [{ itemNumber: 1, reference: 'HC-26-08831' }]
      const statement = entry('preference-statement', { consignment, heldProofs })
      expect(statement).toMatchObject({ state: 'held', reference: 'HC-26-08831' })
      const ofOtherGoods = [{ itemNumber: 2, reference: 'HC-26-08831' }]
      expect(entry('preference-statement', { consignment, heldProofs: ofOtherGoods })?.state).toBe(
        'absent',
      )
    })

    it("asks the importer where the claim rests on the importer's knowledge", () => {
      const [first, ...others] = consignment.goodsItems
      const preference = { ...first!.preference!, proof: 'importers-knowledge' }
      const goodsItems = [{ ...first!, preference }, ...others]
      const known = { consignment: { ...consignment, goodsItems } }
      expect(entry('importers-knowledge', known)).toMatchObject({
        documentCode: 'U112',
        needed: 'required',
        state: 'absent',
        whoProvides: 'buyer',
      })
      expect(entry('preference-statement', known)).toBeUndefined()
    })

    it('asks for nothing where low value frees the goods of duty', () => {
      const relieved = { ...lane, customsDuty: 'relieved' } as const
      const statement = entry('preference-statement', { consignment, lane: relieved })
      expect(statement?.needed).toBe('not-needed')
      expect(statement?.why.en).toContain('low value')
    })
  })

  it('requires the power of attorney unless the importer declares for itself', () => {
    const authorityToAct = {
      givenBy: 'buyer',
      representation: 'direct',
      givenOn: localDate('2026-08-28'),
      reference: 'POA-77',
    } as const
    const consignment = { ...sampleConsignment, authorityToAct }
    expect(entry('authority-to-act', { consignment })).toMatchObject({
      needed: 'required',
      state: 'held',
      reference: 'POA-77',
      whoProvides: 'buyer',
    })
    const representation = { value: 'self', reason } as const
    expect(entry('authority-to-act', { parties: { ...parties, representation } })).toMatchObject({
      needed: 'not-needed',
    })
  })

  it('requires evidence of VAT only where relief from import VAT is claimed for it', () => {
    expect(entry('sale-vat-evidence')?.needed).toBe('not-needed')
    const saleVat = {
      country: 'GB',
      chargedBy: 'marketplace',
      registration: 'GB123456789',
      amount: money('20', 'GBP'),
    } as const
    const relieved = { ...lane, vat: 'charged-at-sale' } as const
    const consignment = { ...sampleConsignment, saleVat }
    expect(entry('sale-vat-evidence', { lane: relieved, consignment })).toMatchObject({
      needed: 'required',
      state: 'held',
      whoProvides: 'marketplace',
      reference: 'GB123456789',
    })
  })

  it('gives every entry its reason in both languages', () => {
    const laws = britishLaws()
    const on = localDate('2026-09-05')
    const question = {
      consignment: sampleConsignment,
      lane,
      parties,
      on,
      laws,
      preferenceAgreements,
      heldProofs: [],
    }
    for (const { why } of requiredDocuments(question)) {
      expect(why.en).toMatch(/\.$/)
      expect(why.zh).toMatch(/。$/)
    }
  })
})
