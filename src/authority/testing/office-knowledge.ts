import { fileURLToPath } from 'node:url'
import { loadReferencePrices } from '../risk/reference-prices.ts'
import type { RiskKnowledge } from '../risk/risk-facts.ts'
import { loadTellingWords } from '../risk/telling-words.ts'
import { localDate } from '../../customs/calendar/local-date.ts'
import { decimal } from '../../customs/money/decimal.ts'
import { readDeclaration } from '../message/read-declaration.ts'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import type { OfficeKnowledge } from '../rules/check.ts'
import { additionalMeasures, readAdditionalMeasures } from '../tariff/additional-measures.ts'
import { readExchangeRates } from '../tariff/exchange-rates.ts'
import { officeTariff, readEdition } from '../tariff/office-tariff.ts'
import { type PreferentialMeasure, preferences } from '../tariff/preferences.ts'
import { readVatClaims, vatClaims } from '../tariff/vat-claims.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { DECLARANT, DEFERMENT_ACCOUNT, handWrittenH1, type H1Wishes } from './hand-written-h1.ts'

/** Rates that are easy to reckon with; the second edition of the shirts replaces the first. */
export const TARIFF_CSV = `commodity_code,duty_ad_valorem,duty_specific_gbp,duty_specific_per_kg,duty_specific_per_item,vat_rate,valid_from,valid_to,source
6109100010,0.10,,,,0.20,2020-01-01,,old edition
6109100010,0.12,,,,0.20,2026-01-01,,new edition
6403999690,0.08,,,,0.20,2021-01-01,2027-01-01,test
1806102000,0.08,21.00,100,,0,2021-01-01,,test
9102110000,,0.20,,1,0.20,2021-01-01,,test
8712003090,0.14,,,,0.20,2021-01-01,,test
2204109490,0,,,,0.20,2021-01-01,,test
`

/** The Union's: the shirts bear two points more, the shoes three; the clocks have no rate by value. */
export const UNION_TARIFF_CSV = `commodity_code,duty_ad_valorem,duty_specific_gbp,duty_specific_per_kg,duty_specific_per_item,vat_rate,valid_from,valid_to,source
6109100010,0.14,,,,0.20,2021-01-01,,union
6403999690,0.11,,,,0.20,2021-01-01,2027-01-01,union
8712003090,0.14,,,,0.20,2021-01-01,,union
`

/** One VAT rate that can be claimed, zero on the shirts that bear the full rate otherwise. */
export const VAT_CLAIMS_CSV = `additional_code,commodity_code,vat_rate,condition,valid_from,valid_to,source
VATZ,6109100010,0,for young children,2021-01-01,,test
`

/** Anti-dumping duty by producer, and an excise that counts litres of alcohol. */
export const ADDITIONAL_MEASURES_CSV = `commodity,origin,additional_code,tax_type,ad_valorem,specific_gbp,per_unit,what,valid_from,valid_to,source
87120030,CN,B999,A30,0.485,,,all other producers,2021-01-01,,test
87120030,CN,C329,A30,0,,,one producer,2021-01-01,,test
2204,,X333,333,,30.62,LPA,wine of 8.5 to 22 %,2026-02-01,,test
`

/** A duty that is neither free nor that of third countries, so that it shows which one was used. */
export const unionPreference: PreferentialMeasure = {
  agreement: 'agreement with the Union',
  preferenceCode: '300',
  preferentialOrigin: 'EU',
  countries: ['FR', 'IT'],
  proofs: ['U110', 'U112'],
  adValoremRate: decimal('0.03'),
  validity: { from: localDate('2021-01-01'), until: localDate('2027-01-01') },
  source: 'test',
}

/** Rates of one month only, so that a test can also step out of what the office knows. */
export const RATES_CSV = `currency,from,until,per_gbp
CNY,2026-09-01,2026-10-01,9.5000
USD,2026-09-01,2026-10-01,1.3554
`

/** A day on which every table of these tests has something in force. */
export const SEPTEMBER = localDate('2026-09-10')

/** What an office knows on a day in September 2026. */
export function officeKnowledge(changes: Partial<OfficeKnowledge> = {}): OfficeKnowledge {
  return {
    tariff: officeTariff(readEdition(TARIFF_CSV)),
    rates: readExchangeRates(RATES_CSV),
    vatClaims: vatClaims(readVatClaims(VAT_CLAIMS_CSV)),
    preferences: preferences([unionPreference]),
    additionalMeasures: additionalMeasures(readAdditionalMeasures(ADDITIONAL_MEASURES_CSV)),
    returnedGoodsYears: () => 3,
    giftRelief: () => ({ limitGbp: decimal('39'), excludedCommodities: ['2204', '24'] }),
    lowValueRelief: () => ({ limitGbp: decimal('135'), excludedCommodities: ['2208', '3303'] }),
    northernIrelandRelief: () => ({
      limitGbp: decimal('135'),
      excludedCommodities: ['2208', '3303'],
    }),
    northernIreland: {
      unionTariff: officeTariff(readEdition(UNION_TARIFF_CSV)),
      atRiskFrom: () => decimal('0.03'),
    },
    on: SEPTEMBER,
    defermentAccount: (number) =>
      number === DEFERMENT_ACCOUNT ? { holder: DECLARANT, state: 'active' } : undefined,
    initialDeclaration: () => undefined,
    ...changes,
  }
}

/** A declaration as the office reads it from a trader's message. */
export function lodgedDeclaration(wishes: H1Wishes = {}): LodgedDeclaration {
  const parsed = parseXml(new TextEncoder().encode(handWrittenH1(wishes)))
  if (!parsed.ok) throw new Error(parsed.failures[0].message)
  return readDeclaration(parsed.value)
}

/** What risk rules look at beside an entry: nobody was seen before, unless a test says so. */
export function riskKnowledge(changes: Partial<RiskKnowledge> = {}): RiskKnowledge {
  return {
    history: () => ({ entries: 0, findings: 0 }),
    referencePrices: loadReferencePrices(ownFile('reference-prices.json')),
    tellingWords: loadTellingWords(ownFile('vague-words.json')),
    on: SEPTEMBER,
    ...changes,
  }
}

function ownFile(name: string): string {
  return fileURLToPath(new URL(`../../../data/authority/${name}`, import.meta.url))
}
