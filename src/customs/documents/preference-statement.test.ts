import { describe, expect, it } from 'vitest'
import { valueOf } from '../../../test/gb-reference-data.ts'
import {
  preferenceAgreement,
  preferenceAgreements,
  preferenceFacts,
  preferenceOrder,
  sampleComplete,
  sampleSignature,
} from '../../../test/sample-papers.ts'
import { localDate } from '../calendar/local-date.ts'
import type { PreferenceStatementFacts } from './preference-basis.ts'
import { preferenceStatement } from './preference-statement.ts'

/** Goods of France that somebody sells and sends from where it is said, French by default. */
function fromFrance(where: {
  soldFrom?: string
  sentFrom?: string
}): Partial<PreferenceStatementFacts> {
  const claim = { agreement: 'gb-eu-tca', origin: 'FR', soldFrom: 'FR', sentFrom: 'FR', ...where }
  return {
    agreement: preferenceAgreement('gb-eu-tca'),
    consignment: sampleComplete(preferenceOrder(claim)),
  }
}

function claiming(
  agreement: string,
  origin: string,
  unitPrice?: string,
): Partial<PreferenceStatementFacts> {
  const claim = { agreement, origin, ...(unitPrice === undefined ? {} : { unitPrice }) }
  return {
    agreement: preferenceAgreement(agreement),
    consignment: sampleComplete(preferenceOrder(claim)),
  }
}

function failuresOf(changes: Partial<PreferenceStatementFacts>): readonly string[] {
  const result = preferenceStatement(preferenceFacts(changes))
  return result.ok ? [] : result.failures.map(({ code, path }) => `${code} ${path}`)
}

const registration = {
  exporterName: 'Shenzhen Haicheng Trading Co., Ltd. 深圳市海成贸易有限公司',
  number: 'REX-4711',
  validFrom: localDate('2025-01-01'),
}

describe('preferenceStatement', () => {
  it('covers only the goods that claim the preference', () => {
    const statement = valueOf(preferenceStatement(preferenceFacts()))
    expect(statement.lines.map(({ itemNumber, hsCode }) => [itemNumber, hsCode])).toEqual([
      [1, '851821'],
    ])
    expect(statement.goodsValue).toBe('245')
  })

  it('uses the words of the agreement, without the bracket where the exporter has no number', () => {
    expect(valueOf(preferenceStatement(preferenceFacts()))).toMatchObject({
      words:
        'The exporter of the products covered by this document declares that, except where ' +
        'otherwise clearly indicated, these products are of Japan preferential origin.',
      originCriterion: 'C1',
      validityMonths: 12,
      signatureForm: 'name-of-the-exporter',
    })
  })

  it('puts the number of a registered exporter into the bracket', () => {
    const registrations = [{ ...registration, agreement: 'gb-eu-tca' }]
    const facts = preferenceFacts({ ...claiming('gb-eu-tca', 'FR', '900'), registrations })
    expect(valueOf(preferenceStatement(facts)).words).toContain(
      'document (Exporter Reference No REX-4711) declares',
    )
  })

  it('names the Union as origin, not the member state', () => {
    const statement = valueOf(preferenceStatement(preferenceFacts(claiming('gb-eu-tca', 'FR'))))
    expect(statement.words).toContain('of European Union preferential origin')
    expect(statement.lines[0]?.origin).toBe('FR')
  })

  it('asks for a signature by hand where only an approved exporter may do without', () => {
    const facts = preferenceFacts(claiming('gb-kr-fta', 'KR'))
    expect(valueOf(preferenceStatement(facts)).signatureForm).toBe('handwritten')
    const registrations = [{ ...registration, agreement: 'gb-kr-fta' }]
    const approved = preferenceStatement({ ...facts, registrations })
    expect(valueOf(approved).signatureForm).toBe('name-of-the-exporter')
  })

  it('demands a registration above the limit of value, and only there', () => {
    // 6,000 euros were about 5,137 pounds in September 2026: ten pieces at 500 are under it.
    expect(failuresOf(claiming('gb-eu-tca', 'FR', '500'))).toEqual([])
    expect(failuresOf(claiming('gb-eu-tca', 'FR', '600'))).toEqual([
      'fact-missing /profile/exporterRegistrations',
    ])
    const above = preferenceStatement(preferenceFacts(claiming('gb-eu-tca', 'FR', '600')))
    expect(above).toMatchObject({
      failures: [
        {
          message: expect.stringContaining(
            'needs a registration (rex-number) under gb-eu-tca above EUR 6000.00, and its goods ' +
              'in the consignment are worth GBP 6000.00.',
          ) as string,
          law: 'Trade and Cooperation Agreement with the European Union, Annex ORIG-4',
        },
      ],
    })
  })

  it('counts all that the exporter sends, so that two invoices do not pass under the limit', () => {
    const { consignment, agreement } = claiming(
      'gb-eu-tca',
      'FR',
      '500',
    ) as PreferenceStatementFacts
    const other = {
      ...consignment,
      commercialInvoice: { ...consignment.commercialInvoice, number: 'B' },
    }
    const split = { agreement, consignment, purchases: [consignment, other] }
    expect(failuresOf(split)).toEqual(['fact-missing /profile/exporterRegistrations'])
    const exporter = { ...other.parties.exporter, name: 'Somebody else' }
    const ofAnother = { ...other, parties: { ...other.parties, exporter } }
    expect(failuresOf({ ...split, purchases: [consignment, ofAnother] })).toEqual([])
  })

  it("is signed by the goods' own seller where an agent only puts purchases together", () => {
    const { consignment, ...facts } = preferenceFacts()
    const seller = { ...consignment.parties.exporter, name: 'Osaka Audio K.K.' }
    const goodsItems = consignment.goodsItems.map((item) => ({ ...item, seller }))
    const bought = { ...facts, consignment: { ...consignment, goodsItems } }
    expect(valueOf(preferenceStatement(bought)).exporter.name).toBe('Osaka Audio K.K.')
  })

  it.each([
    ['of another exporter', { exporterName: 'Somebody else' }],
    ['of another agreement', { agreement: 'gb-kr-fta' }],
    ['that has ended', { validUntil: localDate('2026-09-01') }],
    ['that has not begun', { validFrom: localDate('2026-09-02') }],
  ])('does not count a registration %s', (_, change) => {
    const registrations = [{ ...registration, agreement: 'gb-eu-tca', ...change }]
    expect(failuresOf({ ...claiming('gb-eu-tca', 'FR', '600'), registrations })).toEqual([
      'fact-missing /profile/exporterRegistrations',
    ])
  })

  it('does not speak for the exporter: no signature, no statement', () => {
    const { signature, ...unsigned } = preferenceFacts()
    expect(preferenceStatement(unsigned)).toMatchObject({
      failures: [{ code: 'fact-missing', path: '/signature' }],
    })
    expect(failuresOf({ signature: { ...signature!, signatory: ' ' } })).toEqual([
      'fact-missing /signature',
    ])
  })

  it('wants the criterion where the agreement has it stated', () => {
    const { originCriterion, ...without } = preferenceFacts()
    expect(originCriterion).toBe('C1')
    expect(preferenceStatement(without)).toMatchObject({
      failures: [{ code: 'fact-missing', path: '/originCriterion' }],
    })
  })

  it('claims nothing for an order that claims nothing', () => {
    expect(failuresOf({ consignment: sampleComplete() })).toEqual(['not-found /goodsItems'])
  })

  it('refuses goods of a country that is no partner', () => {
    const claim = { agreement: 'gb-jp-cepa', origin: 'CN', soldFrom: 'JP', sentFrom: 'JP' }
    expect(failuresOf({ consignment: sampleComplete(preferenceOrder(claim)) })).toEqual([
      'invalid-input /goodsItems/0/origin',
    ])
  })

  it('refuses an exporter who is in no partner country', () => {
    expect(failuresOf(fromFrance({ soldFrom: 'DE' }))).toEqual([])
    expect(failuresOf(fromFrance({ soldFrom: 'CN' }))).toEqual([
      'invalid-input /parties/exporter/address/country',
    ])
  })

  it('looks where the own seller of the goods is, where there are several', () => {
    const { consignment, ...facts } = fromFrance({}) as PreferenceStatementFacts
    const address = { ...consignment.parties.exporter.address, country: 'CN' }
    const seller = { ...consignment.parties.exporter, address }
    const goodsItems = consignment.goodsItems.map((item) => ({ ...item, seller }))
    expect(failuresOf({ ...facts, consignment: { ...consignment, goodsItems } })).toEqual([
      'invalid-input /goodsItems/0/seller/address/country',
    ])
  })

  it('refuses goods that are sent from elsewhere, because nothing proves that they stayed unaltered', () => {
    expect(failuresOf(fromFrance({ sentFrom: 'BE' }))).toEqual([])
    expect(failuresOf(fromFrance({ sentFrom: 'CN' }))).toEqual([
      'document-missing /shipFrom/country',
    ])
  })

  it('refuses a scheme whose countries and words are not known here', () => {
    expect(failuresOf(claiming('gb-dcts', 'BD'))).toEqual(['not-covered /agreement'])
  })

  it('refuses an agreement on a day before it was in force', () => {
    const signature = { ...sampleSignature, signedOn: localDate('2020-12-31') }
    expect(failuresOf({ signature })).toEqual(['not-covered /agreement'])
  })

  it('refuses a value whose official rate is not loaded', () => {
    const exchangeRates = { base: 'GBP', periods: [] }
    const facts = preferenceFacts({ ...claiming('gb-eu-tca', 'FR'), exchangeRates })
    expect(preferenceStatement(facts)).toMatchObject({
      failures: [
        {
          code: 'exchange-rate-missing',
          path: '/agreement',
          mend: expect.stringMatching(/registration number .* published for 2026-09\.$/) as string,
        },
      ],
    })
    const registrations = [{ ...registration, agreement: 'gb-eu-tca' }]
    expect(preferenceStatement({ ...facts, registrations }).ok).toBe(true)
  })
})

describe('readPreferenceAgreements', () => {
  it('resolves the member states of the Union and leaves a scheme without a list unlisted', () => {
    expect(preferenceAgreement('gb-eu-tca').countries?.size).toBe(27)
    expect(preferenceAgreement('gb-eu-tca').countries?.has('FR')).toBe(true)
    expect(preferenceAgreement('gb-dcts').countries).toBeUndefined()
  })

  it('knows no agreement for goods of China', () => {
    expect(preferenceAgreements.some(({ countries }) => countries?.has('CN'))).toBe(false)
  })
})
