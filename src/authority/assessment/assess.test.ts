import { describe, expect, it } from 'vitest'
import { localDate } from '../../customs/calendar/local-date.ts'
import { lodgedDeclaration, officeKnowledge, TARIFF_CSV } from '../testing/office-knowledge.ts'
import type { H1Wishes } from '../testing/hand-written-h1.ts'
import { officeTariff, readEdition } from '../tariff/office-tariff.ts'
import { assess, type AssessmentBasis } from './assess.ts'
import type { Assessment, TaxLine } from './assessment.ts'

function assessed(wishes: H1Wishes, basis: AssessmentBasis = officeKnowledge()): Assessment {
  const result = assess(lodgedDeclaration(wishes), basis)
  if (!result.ok) throw new Error(result.errors.map((error) => error.reason).join(' '))
  return result.assessment
}

function errorsOf(wishes: H1Wishes): readonly string[] {
  const result = assess(lodgedDeclaration(wishes), officeKnowledge())
  return result.ok ? [] : result.errors.map((error) => error.code)
}

function lines(assessment: Assessment, item = 0): readonly TaxLine[] {
  return assessment.items[item]?.taxLines ?? []
}

describe('the assessment of a declaration', () => {
  it('charges duty on the customs value and VAT on value and duty', () => {
    const [duty, vat] = lines(assessed({ items: [{ price: '1000.00' }] }))
    expect(duty).toMatchObject({ baseGbp: '1000.00', ratePercent: '12.00', payableGbp: '120.00' })
    expect(vat).toMatchObject({ baseGbp: '1120.00', ratePercent: '20.00', payableGbp: '224.00' })
  })

  // Bases and amounts of tax lines in HMRC's sample notifications; half up would give a penny more.
  it.each([
    ['2365.53', '473.10'],
    ['141.88', '28.37'],
    ['296.24', '59.24'],
  ])('cuts 20 %% of %s to %s, whole pence', (base, tax) => {
    const free = TARIFF_CSV.replace('0.12,,,,0.20', '0,,,,0.20')
    const basis = { ...officeKnowledge(), tariff: officeTariff(readEdition(free)) }
    expect(lines(assessed({ items: [{ price: base }] }, basis))[1]?.assessedGbp).toBe(tax)
  })

  it('converts at its own monthly rate and shares freight by price, to the penny', () => {
    const result = assessed({
      deliveryTerms: 'FCA',
      charges: [
        ['AP', '10.00', 'GBP'],
        ['AK', '1.00', 'GBP'],
      ],
      items: [
        { price: '950.00', currency: 'CNY' },
        { price: '1900.00', currency: 'CNY' },
      ],
    })
    expect(result.items.map((item) => item.customsValueGbp)).toEqual(['103.66', '207.34'])
    expect(result.items[0]?.valueSteps.map((step) => step.amountGbp)).toEqual([
      '100.00',
      '3.33',
      '0.33',
    ])
  })

  it('adds a VAT value adjustment to the value for VAT only', () => {
    const [duty, vat] = lines(assessed({ charges: [['AV', '50.00', 'GBP']] }))
    expect(duty?.baseGbp).toBe('1000.00')
    expect(vat?.baseGbp).toBe('1170.00')
  })

  it('charges by weight and by piece where the tariff does', () => {
    const cocoa = lines(
      assessed({ items: [{ commodityCode: '1806102000', price: '100.00', netMassKg: '50' }] }),
    )[0]
    expect(cocoa).toMatchObject({ specificQuantity: '50', assessedGbp: '18.50' })
    const watches = { commodityCode: '9102110000', supplementaryQuantity: '7' }
    expect(lines(assessed({ items: [watches] }))[0]?.assessedGbp).toBe('1.40')
    expect(errorsOf({ items: [{ commodityCode: '9102110000' }] })).toEqual(['CDS40011'])
  })

  it('works out and deducts what low value and VAT at the sale relieve', () => {
    const [duty, vat] = lines(
      assessed({
        items: [{ price: '100.00', additionalProcedures: ['C07', '1RV'], statements: ['RVAT1'] }],
      }),
    )
    expect(duty).toMatchObject({ deductedGbp: '12.00', assessedGbp: '0.00', payableGbp: '0.00' })
    expect(vat).toMatchObject({ deductedGbp: '20.00', assessedGbp: '0.00', payableGbp: '0.00' })
  })

  it('assesses postponed VAT without charging it', () => {
    const vat = lines(assessed({ postponedVatNumber: 'GB123456789' }))[1]
    expect(vat).toMatchObject({ assessedGbp: '224.00', payableGbp: '0.00', treatment: 'postponed' })
  })

  it('charges the VAT rate that a claim is granted, and that of the code where it is not', () => {
    const claiming = { nationalAdditionalCodes: ['VATZ'] }
    const [duty, vat] = lines(assessed({ items: [claiming] }))
    expect(duty).toMatchObject({ ratePercent: '12.00', assessedGbp: '120.00' })
    expect(vat).toMatchObject({ ratePercent: '0.00', assessedGbp: '0.00', treatment: 'charged' })
    expect(vat?.basis.en).toContain('VATZ: for young children; test')
    // As after an officer's correction of the code, which leaves the claim behind.
    const shoes = { ...claiming, commodityCode: '6403999690' }
    expect(lines(assessed({ items: [shoes] }))[1]).toMatchObject({ ratePercent: '20.00' })
  })

  it('charges the duty of a preference instead of that of third countries', () => {
    const preferred = {
      origin: 'IT',
      preferenceCode: '300',
      preferentialOrigin: 'EU',
      proof: 'U110',
    }
    const [duty, vat] = lines(assessed({ items: [preferred] }))
    expect(duty).toMatchObject({
      ratePercent: '3.00',
      assessedGbp: '30.00',
      preferenceCode: '300',
      basis: {
        en: '3.00 % under preference 300, agreement with the Union, in force since 2021-01-01; test',
        zh: '3.00 %，优惠 300（agreement with the Union），自 2021-01-01 起生效；test',
      },
    })
    expect(vat).toMatchObject({ baseGbp: '1030.00', assessedGbp: '206.00' })
  })

  it('charges no duty by quantity under a preference that has none', () => {
    const cocoa = { commodityCode: '1806102000', netMassKg: '50', price: '100.00' }
    const preferred = {
      origin: 'IT',
      preferenceCode: '300',
      preferentialOrigin: 'EU',
      proof: 'U110',
    }
    const [duty] = lines(assessed({ items: [{ ...cocoa, ...preferred }] }))
    expect(duty).toMatchObject({ ratePercent: '3.00', assessedGbp: '3.00' })
    expect(duty).not.toHaveProperty('specificQuantity')
  })

  it('uses the edition in force on the day of acceptance, and shows a stale one in its basis', () => {
    const before = { ...officeKnowledge(), on: localDate('2025-12-31') }
    expect(lines(assessed({}, before))[0]).toMatchObject({
      ratePercent: '10.00',
      basis: { en: '10.00 %, in force since 2020-01-01; old edition' },
    })
    const stale = officeTariff(
      readEdition(TARIFF_CSV).filter((line) => line.source !== 'new edition'),
    )
    const [duty] = lines(assessed({}, { ...officeKnowledge(), tariff: stale }))
    expect(duty).toMatchObject({ assessedGbp: '100.00' })
    expect(duty?.basis.en).toContain('old edition')
  })

  it('refuses what it does not know: code, currency of the day, kind of addition', () => {
    expect(errorsOf({ items: [{ commodityCode: '0101010101' }] })).toEqual(['CDS40013'])
    expect(errorsOf({ items: [{ currency: 'JPY' }] })).toEqual(['CDS10020'])
    expect(errorsOf({ charges: [['ZZ', '1.00', 'GBP']] })).toEqual(['CDS10020'])
    expect(errorsOf({ charges: [['BA', '2000.00', 'GBP']] })).toEqual(['CDS10045'])
  })
})
