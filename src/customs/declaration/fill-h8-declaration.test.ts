import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  hasSharedMaterial,
  sharedMaterialAbsent,
  sharedPath,
} from '../../../test/shared-material.ts'
import { checkStructureToWrite } from '../formats/uk-cds/check-structure.ts'
import { readDeclaration } from '../formats/uk-cds/read-declaration.ts'
import { declarationMessage, writeMessage } from '../formats/uk-cds/write-declaration.ts'
import { decimal } from '../money/decimal.ts'
import { money } from '../money/money.ts'
import { checkDeclaration } from './check-declaration.ts'
import type { Declaration } from './declaration.ts'
import { fillH8Declaration } from './fill-h8-declaration.ts'
import { h7Facts } from './h7-facts.fixture.ts'
import type { H8DeclarationFacts, H8ItemFacts } from './h8-facts.ts'
import { origin } from './import-facts.fixture.ts'
import { ruleContext } from '../../../test/rule-context.ts'

const item: H8ItemFacts = {
  goods: {
    description: "Men's T-shirts of knitted cotton",
    originCountry: 'CN',
    grossWeightKg: decimal('4'),
    netWeightKg: decimal('3.5'),
    packages: [{ typeCode: 'CT', quantity: 1, marks: 'TW 1/1' }],
    ...origin('goods'),
  },
  classification: { commodityCode: '61091000', ...origin('classification') },
  price: { amount: money('420.00', 'GBP'), ...origin('price') },
  regime: { additionalProcedures: ['1SG'], ...origin('regime') },
  documents: [{ code: 'N730', id: 'CMR-1', statusCode: 'AE', ...origin('transport') }],
  statements: [
    { code: 'NIDOM', ...origin('lane') },
    { code: 'NIREM', ...origin('lane') },
  ],
}

/** A wholesaler in Leeds sends shirts to a shop in Belfast, which is authorised under the scheme. */
const facts: H8DeclarationFacts = {
  lrn: 'TW-2026-000008',
  additionalDeclarationType: 'D',
  parties: {
    ...h7Facts.parties,
    importer: { kind: 'registered', eori: 'XI553202734852', ...origin('importer') },
  },
  authorisation: {
    holderEori: 'XI553202734852',
    number: 'XIUKIM55320273485220240124160138',
    ...origin('scheme'),
  },
  shipment: {
    destinationCountry: 'GB',
    goodsLocation: h7Facts.shipment.goodsLocation,
    borderModeCode: '6',
    ...origin('shipment'),
  },
  statements: [{ code: 'RRS01', ...origin('lane') }],
  references: h7Facts.references,
  goodsItems: [item],
}

function filled(changes: Partial<H8DeclarationFacts> = {}): Declaration {
  const result = fillH8Declaration({ ...facts, ...changes })
  if (!result.ok) throw new Error(result.failures[0].message)
  return result.value.declaration
}

function rulesBroken(declaration: Declaration): readonly string[] {
  return checkDeclaration(declaration, { ...ruleContext, dataSet: 'h8' }).map(({ rule }) => rule)
}

const withItem = (changes: Partial<H8ItemFacts>): Declaration =>
  filled({ goodsItems: [{ ...item, ...changes }] })

describe('a declaration of goods from Great Britain that are not at risk', () => {
  it('names the holder of the authorisation, shows it on every item and tells the vehicle service', () => {
    const declaration = filled({ goodsItems: [item, item] })
    expect(declaration).toMatchObject({
      additionalInformation: [{ statementCode: 'RRS01' }],
      authorisationHolders: [{ id: 'XI553202734852', categoryCode: 'UKIM' }],
      borderTransportMeans: { modeCode: '6' },
    })
    for (const one of declaration.goodsShipment?.goodsItems ?? []) {
      expect(one).toMatchObject({
        additionalDocuments: [
          { categoryCode: '1', typeCode: 'UKI', statusCode: 'AC' },
          { categoryCode: 'N', typeCode: '730' },
        ],
        additionalInformation: [{ statementCode: 'NIDOM' }, { statementCode: 'NIREM' }],
        governmentProcedures: [{ currentCode: '40', previousCode: '00' }, { currentCode: '1SG' }],
        origins: [{ countryCode: 'CN', typeCode: '1' }],
      })
      expect(one.commodity?.dutyTaxFees).toBeUndefined()
    }
  })

  it('keeps every rule of its data set and the structure of its message', () => {
    expect(rulesBroken(filled())).toEqual([])
    const message = declarationMessage(filled())
    expect(checkStructureToWrite(message).ok).toBe(true)
    const read = readDeclaration(writeMessage(message))
    expect(read.ok && read.value).toEqual(filled())
  })

  it('takes the eight digits of the nomenclature alone', () => {
    const classification = { commodityCode: '610910', ...origin('classification') }
    const result = fillH8Declaration({ ...facts, goodsItems: [{ ...item, classification }] })
    expect(result).toMatchObject({ failures: [{ code: 'commodity-code-not-declarable' }] })
  })

  it.each<[string, () => Declaration, string]>([
    [
      'goods at risk',
      () => withItem({ statements: item.statements.slice(0, 1) }),
      'h8-not-at-risk-from-great-britain',
    ],
    [
      'an authorisation that is none',
      () => filled({ authorisation: { ...facts.authorisation, number: 'GBUKIM1' } }),
      'h8-authorisation-shown',
    ],
    [
      'another holder than the importer',
      () => filled({ authorisation: { ...facts.authorisation, holderEori: 'XI999999999999' } }),
      'h8-importer-holds-authorisation',
    ],
    [
      'no category of goods',
      () => withItem({ regime: { additionalProcedures: ['000'], ...origin('regime') } }),
      'h8-procedure',
    ],
    [
      'no package',
      () => withItem({ goods: { ...item.goods, packages: [] } }),
      'h8-goods-measured-and-packed',
    ],
  ])('is found wrong with %s', (_what, declaration, rule) => {
    expect(rulesBroken(declaration())).toEqual([rule])
  })
})

describe('a tax on goods that are not at risk', () => {
  it('is found wrong', () => {
    const declaration = filled()
    const [first] = declaration.goodsShipment!.goodsItems!
    const commodity = { ...first!.commodity, dutyTaxFees: [{ typeCode: 'A00' }] }
    const goodsShipment = { ...declaration.goodsShipment, goodsItems: [{ ...first!, commodity }] }
    expect(rulesBroken({ ...declaration, goodsShipment })).toContain('h8-no-taxes')
  })
})

describe.skipIf(!hasSharedMaterial)(`HMRC’s samples of H8 (${sharedMaterialAbsent})`, () => {
  it.each(['TT_IM168a/Step1_TT_IM168a', 'TT_IM215a/Step1_TT_IM215a'])(
    'keep every rule of their own: %s',
    (sample) => {
      const read = readDeclaration(readFileSync(sharedPath(`messages/cds/samples/${sample}.xml`)))
      const broken = read.ok ? rulesBroken(read.value) : ['unread']
      expect(broken.filter((rule) => /^(h8-|unread)/.test(rule))).toEqual([])
    },
  )
})
