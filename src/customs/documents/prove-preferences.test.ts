import { describe, expect, it } from 'vitest'
import { valueOf } from '../../../test/gb-reference-data.ts'
import {
  preferenceAgreement,
  preferenceAgreements,
  preferenceFacts,
  preferenceOrder,
  sampleComplete,
} from '../../../test/sample-papers.ts'
import { localDate } from '../calendar/local-date.ts'
import { consignmentFromOrder } from '../consignment/consignment-from-order.ts'
import type { Consignment, GoodsItem } from '../consignment/consignment.ts'
import { money } from '../money/money.ts'
import type { PreferenceProofs } from './held-proof.ts'
import { preferenceStatement } from './preference-statement.ts'
import { type PreferenceQuestion, provePreferences } from './prove-preferences.ts'

const fromFrance = preferenceOrder({ agreement: 'gb-eu-tca', origin: 'FR' })
const consignment = consignmentFromOrder(fromFrance)

/** What the exporter has signed for an order, on 1 September 2026. */
function signed(order = fromFrance, agreement = 'gb-eu-tca'): PreferenceProofs {
  const facts = preferenceFacts({
    consignment: sampleComplete(order),
    agreement: preferenceAgreement(agreement),
  })
  return { statements: [valueOf(preferenceStatement(facts))], importersKnowledge: [] }
}

function weighed(changes: Partial<PreferenceQuestion> = {}) {
  const on = localDate('2026-09-05')
  const proofs = { statements: [], importersKnowledge: [] }
  return provePreferences({
    ...{ consignment, proofs, preferenceAgreements, on },
    ...changes,
  })
}

function faultsOf(changes: Partial<PreferenceQuestion>): readonly string[] {
  return weighed(changes).failures.map(({ code, path }) => `${code} ${path}`)
}

/** The consignment with its first item changed after the statement was signed. */
function withFirstItem(change: Partial<GoodsItem>): Consignment {
  const [first, ...others] = consignment.goodsItems
  return { ...consignment, goodsItems: [{ ...first!, ...change }, ...others] }
}

describe('provePreferences', () => {
  it('proves a claim on the signed statement, with how both are declared', () => {
    const { proven, failures } = weighed({ proofs: signed() })
    expect(failures).toEqual([])
    expect(proven).toMatchObject([
      {
        itemNumber: 1,
        agreement: 'gb-eu-tca',
        claiming: { preferenceCode: '300', preferentialOrigin: 'EU', tariffArea: '1013' },
        proof: { documentCode: 'U110', id: 'HC-26-08831', statusCode: 'JE' },
      },
    ])
  })

  it('proves nothing without a proof, and finds nothing wrong with waiting for one', () => {
    expect(weighed()).toEqual({ proven: [], heldProofs: [], failures: [] })
  })

  it('finds nothing to prove where nothing is claimed', () => {
    const { preference: _, ...first } = consignment.goodsItems[0]!
    const unclaimed = { ...consignment, goodsItems: [first] }
    expect(weighed({ consignment: unclaimed, proofs: signed() })).toEqual({
      ...{ proven: [], heldProofs: [], failures: [] },
    })
  })

  it.each<[string, Partial<GoodsItem>]>([
    ['description', { description: 'Loudspeaker of another make' }],
    ['subheading', { commodityCode: '8518290000' }],
    ['quantity', { quantity: 11 }],
    ['amount', { linePrice: money('245.01', 'GBP') }],
    ['origin', { origin: 'DE' }],
    ['weight', { grossWeightKg: '6.2' as GoodsItem['grossWeightKg'] & string }],
  ])('takes a statement no longer once the %s differs from it', (_, change) => {
    const changed = { consignment: withFirstItem(change), proofs: signed() }
    expect(weighed(changed).proven).toEqual([])
    expect(faultsOf(changed)).toEqual(['documents-disagree /goodsItems/0'])
  })

  it('compares amounts and weights by value, not by spelling', () => {
    const same = withFirstItem({ linePrice: money('245.00', 'GBP') })
    expect(weighed({ consignment: same, proofs: signed() }).proven).toHaveLength(1)
  })

  it('takes no statement about another invoice', () => {
    const reissued = {
      ...consignment,
      commercialInvoice: { number: 'HC-26-09999', issuedOn: localDate('2026-09-01') },
    }
    expect(weighed({ consignment: reissued, proofs: signed() })).toEqual({
      ...{ proven: [], heldProofs: [], failures: [] },
    })
  })

  it('takes a statement up to the last day of its validity', () => {
    const proofs = signed()
    expect(weighed({ proofs, on: localDate('2027-08-31') }).proven).toHaveLength(1)
    expect(faultsOf({ proofs, on: localDate('2027-09-01') })).toEqual([
      'document-missing /goodsItems/0/preference',
    ])
  })

  it('names the agreement of which nobody knows how it is claimed, though the proof is there', () => {
    const order = preferenceOrder({ agreement: 'gb-jp-cepa', origin: 'JP' })
    const fromJapan = {
      consignment: consignmentFromOrder(order),
      proofs: signed(order, 'gb-jp-cepa'),
    }
    const { proven, heldProofs, failures } = weighed(fromJapan)
    expect(proven).toEqual([])
    expect(heldProofs).toEqual([{ itemNumber: 1, reference: 'HC-26-08831' }])
    expect(failures[0]).toMatchObject({
      code: 'not-covered',
      path: '/goodsItems/0/preference',
      message:
        'Item 1 claims a preference, but how a preference under gb-jp-cepa is claimed in a ' +
        'declaration is not known here.',
    })
  })

  it.each<[string, Partial<GoodsItem>, string]>([
    ['a country that is no partner', { origin: 'CN' }, 'invalid-input /goodsItems/0/origin'],
    [
      'an agreement that is not known',
      { preference: { agreement: 'gb-xx', proof: 'statement-on-origin', reference: '1' } },
      'not-covered /goodsItems/0/preference',
    ],
    [
      'a proof that the agreement does not take',
      { preference: { agreement: 'gb-eu-tca', proof: 'form-a', reference: '1' } },
      'not-covered /goodsItems/0/preference/proof',
    ],
  ])('refuses a claim for %s', (_, change, fault) => {
    expect(faultsOf({ consignment: withFirstItem(change), proofs: signed() })).toEqual([fault])
  })

  it.each<[string, object, string]>([
    ['exported', { soldFrom: 'CN' }, 'invalid-input /parties/exporter/address/country'],
    ['sent', { sentFrom: 'CN' }, 'document-missing /shipFrom/country'],
  ])('refuses goods that are %s from no partner, whatever was signed', (_, where, fault) => {
    const order = preferenceOrder({ agreement: 'gb-eu-tca', origin: 'FR', ...where })
    const elsewhere = { consignment: consignmentFromOrder(order), proofs: signed() }
    expect(weighed(elsewhere).proven).toEqual([])
    expect(faultsOf(elsewhere)).toEqual([fault])
  })

  it("tells two sellers' invoices with the same number apart by their items", () => {
    const { statements } = signed()
    const [statement] = statements
    const lines = statement!.lines.map((line) => ({ ...line, itemNumber: 2 }))
    const ofAnother = { ...statement!, exporter: { ...statement!.exporter, name: 'B' }, lines }
    const proofs = { statements: [ofAnother, ...statements], importersKnowledge: [] }
    expect(faultsOf({ proofs })).toEqual([])
    expect(weighed({ proofs }).proven).toHaveLength(1)
  })

  it('refuses a claim on a day before the agreement', () => {
    expect(faultsOf({ proofs: signed(), on: localDate('2020-12-31') })).toEqual([
      'not-covered /goodsItems/0/preference',
    ])
  })

  describe("on the importer's knowledge", () => {
    const preference = { agreement: 'gb-eu-tca', proof: 'importers-knowledge', reference: 'file 7' }
    const claimed = withFirstItem({ preference })
    const known = { itemNumber: 1, commodityCode: '8518210000', origin: 'FR' }
    const vouched = (goods: typeof known): PreferenceProofs => ({
      statements: [],
      importersKnowledge: [{ agreement: 'gb-eu-tca', goods: [goods] }],
    })

    it('proves a claim under the words that stand for it', () => {
      expect(weighed({ consignment: claimed, proofs: vouched(known) }).proven).toMatchObject([
        {
          proof: {
            documentCode: 'U112',
            id: "Importer's knowledge",
            reason: "Importer's knowledge",
            statusCode: 'JP',
          },
        },
      ])
    })

    it('is refused for goods that no partner exports', () => {
      const parties = {
        ...claimed.parties,
        exporter: {
          ...claimed.parties.exporter,
          address: { ...claimed.parties.exporter.address, country: 'CN' },
        },
      }
      const elsewhere = { consignment: { ...claimed, parties }, proofs: vouched(known) }
      expect(faultsOf(elsewhere)).toEqual(['invalid-input /parties/exporter/address/country'])
    })

    it('vouches for the goods as they were and for no others', () => {
      const proofs = vouched({ ...known, commodityCode: '8518290000' })
      expect(weighed({ consignment: claimed, proofs }).proven).toEqual([])
      expect(weighed({ proofs: vouched(known) }).proven).toEqual([])
    })
  })
})
