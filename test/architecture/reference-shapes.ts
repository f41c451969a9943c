import { Type, type TSchema } from 'typebox'

const strict = { additionalProperties: false } as const

const object = (properties: Record<string, TSchema>) => Type.Object(properties, strict)
const listOf = (item: TSchema) => Type.Array(item)
const oneOf = (...values: readonly string[]) =>
  Type.Union(values.map((value) => Type.Literal(value)))
const text = Type.String({ minLength: 1 })
const bilingual = object({ en: text, zh: text })
const optionalNote = { note: Type.Optional(bilingual) }

/** Whether a day exists is checked apart; this is only its form. */
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const plainDecimal = Type.String({ pattern: '^\\d+(\\.\\d+)?$' })
const commodityCode = Type.String({ pattern: '^\\d{10}$' })
const countryCode = Type.String({ pattern: '^[A-Z]{2}$' })
const currencyCode = Type.String({ pattern: '^[A-Z]{3}$' })
const sourceIds = Type.Array(text, { minItems: 1 })

const source = object({
  id: text,
  kind: Type.Optional(oneOf('primary', 'secondary')),
  title: text,
  publisher: text,
  url: Type.Optional(Type.String({ pattern: '^https://' })),
  asOf: Type.Optional(day),
  readOn: day,
  licence: text,
  note: Type.Optional(text),
})

const notCovered = object({
  measure: text,
  origins: Type.Optional(Type.Array(countryCode, { minItems: 1 })),
  effect: oneOf('refuse', 'warn'),
  note: bilingual,
})

const dutyComponent = Type.Union([
  object({ kind: Type.Literal('ad-valorem'), percent: plainDecimal }),
  object({
    kind: Type.Literal('specific'),
    amount: plainDecimal,
    currency: currencyCode,
    unit: oneOf('KGM', 'NAR'),
    perUnits: plainDecimal,
  }),
])

const goodsVat = object({
  rate: oneOf('standard', 'zero'),
  additionalCode: Type.Optional(Type.Literal('VATZ')),
  law: Type.Optional(text),
  options: Type.Optional(
    listOf(object({ rate: oneOf('zero'), additionalCode: text, condition: bilingual, law: text })),
  ),
  ...optionalNote,
})

/** An edition of the trader's tariff. */
export const tariffEditionShape = object({
  edition: object({
    id: text,
    authority: Type.Literal('GB'),
    title: text,
    publishedOn: Type.Optional(day),
    validFrom: day,
    compiledOn: day,
    sources: listOf(source),
    notCovered: listOf(notCovered),
  }),
  goods: Type.Array(
    object({
      commodityCode,
      plainName: bilingual,
      supplementaryUnit: Type.Optional(oneOf('NAR', 'NPR')),
      thirdCountryDuty: object({ expression: object({ components: listOf(dutyComponent) }) }),
      vat: goodsVat,
      validFrom: day,
      validUntil: Type.Optional(day),
      sources: sourceIds,
      declarable: object({
        basis: oneOf(
          'ten-digits-in-uk-source',
          'eight-digits-in-uk-table-and-end-of-branch-in-taric',
        ),
        sources: sourceIds,
      }),
      notCovered: Type.Optional(Type.Array(notCovered, { minItems: 1 })),
      law: text,
      ...optionalNote,
    }),
    { minItems: 1 },
  ),
})

/** One month of official rates of exchange. */
export const exchangeRatesShape = object({
  period: object({ from: day, until: day }),
  base: Type.Literal('GBP'),
  rates: Type.Record(currencyCode, plainDecimal),
  source: object({
    title: text,
    publisher: text,
    url: text,
    readOn: day,
    licence: text,
    via: text,
  }),
})

/** The laws that explanations cite. */
export const lawsShape = object({
  description: text,
  laws: listOf(
    object({
      id: Type.String({ pattern: '^gb-[a-z0-9-]+$' }),
      title: text,
      url: Type.String({ pattern: '^https://' }),
      inForceFrom: day,
      says: bilingual,
      verified: Type.Boolean(),
      readOn: day,
      readWhere: text,
      note: Type.Optional(text),
    }),
  ),
})

/** Rates of VAT by date. */
export const vatShape = object({
  description: text,
  sources: listOf(source),
  rates: listOf(
    object({
      id: oneOf('standard', 'reduced', 'zero'),
      percent: plainDecimal,
      validFrom: day,
      validUntil: Type.Optional(day),
      law: text,
      sources: sourceIds,
    }),
  ),
  zeroRateAdditionalCode: text,
  valuation: listOf(object({ rule: text, law: text, includes: listOf(text) })),
})

const exclusion = object({
  goods: text,
  commodityCodePrefixes: Type.Optional(listOf(Type.String({ pattern: '^\\d{2,10}$' }))),
  verified: Type.Optional(Type.Boolean()),
  note: bilingual,
  sources: sourceIds,
})

/** Limits of value and time, and rounding. */
export const thresholdsShape = object({
  description: text,
  sources: listOf(source),
  thresholds: listOf(
    object({
      id: text,
      amount: plainDecimal,
      currency: currencyCode,
      compare: Type.Literal('not-over'),
      basis: Type.Literal('intrinsic-value'),
      scope: Type.Literal('consignment'),
      basisNote: bilingual,
      effects: object({ customsDuty: text, importVat: text }),
      excludes: listOf(exclusion),
      territory: text,
      notTerritory: Type.Optional(text),
      validFrom: day,
      validUntil: Type.Optional(day),
      announcedEnd: Type.Optional(
        object({ latest: day, law: text, sources: sourceIds, note: bilingual }),
      ),
      laws: Type.Array(text, { minItems: 1 }),
      sources: sourceIds,
    }),
  ),
  rounding: listOf(
    object({
      id: text,
      rule: oneOf('truncate', 'half-up', 'half-even'),
      decimals: Type.Integer({ minimum: 0 }),
      appliesTo: text,
      validFrom: day,
      evidence: bilingual,
      sources: sourceIds,
    }),
  ),
  periods: listOf(
    object({
      id: text,
      days: Type.Optional(Type.Integer({ minimum: 1 })),
      hours: Type.Optional(Type.Integer({ minimum: 1 })),
      months: Type.Optional(Type.Integer({ minimum: 1 })),
      meaning: text,
      law: Type.Optional(text),
      validFrom: day,
      sources: sourceIds,
      ...optionalNote,
    }),
  ),
})

const proof = object({
  kind: oneOf('statement-on-origin', 'origin-declaration', 'importers-knowledge', 'form-a'),
  madeOutBy: oneOf('exporter', 'importer'),
  validityMonths: Type.Optional(Type.Integer({ minimum: 1 })),
  multipleShipmentsMonths: Type.Optional(Type.Integer({ minimum: 1 })),
  signature: Type.Optional(oneOf('exporter', 'handwritten-unless-approved-exporter')),
  exporterRegistration: Type.Optional(
    object({
      kind: oneOf('none', 'rex-number', 'approved-exporter'),
      neededAbove: Type.Optional(
        object({
          amount: plainDecimal,
          currency: currencyCode,
          scope: Type.Literal('consignment'),
        }),
      ),
      below: Type.Optional(text),
      sources: sourceIds,
    }),
  ),
  declaredAs: Type.Optional(
    object({
      documentCode: text,
      statusCode: text,
      words: Type.Optional(text),
      sources: sourceIds,
    }),
  ),
  sources: sourceIds,
  ...optionalNote,
})

/** Rates of duty that agreements give. */
export const preferentialRatesShape = object({
  description: text,
  sources: listOf(source),
  rates: listOf(
    object({
      agreement: text,
      tariffArea: text,
      commodityCodes: Type.Optional(Type.Array(commodityCode, { minItems: 1 })),
      duty: object({ expression: object({ components: listOf(dutyComponent) }) }),
      preferenceCode: text,
      preferentialOrigin: countryCode,
      validFrom: day,
      validUntil: Type.Optional(day),
      law: text,
      sources: sourceIds,
      ...optionalNote,
    }),
  ),
})

/** What proves preferential origin. */
export const preferenceProofsShape = object({
  description: text,
  sources: listOf(source),
  agreements: listOf(
    object({
      id: text,
      partners: Type.Union([text, Type.Array(countryCode, { minItems: 1 })]),
      countriesListed: Type.Optional(Type.Boolean()),
      validFrom: day,
      law: text,
      sources: sourceIds,
      proofs: Type.Array(proof, { minItems: 1 }),
    }),
  ),
  noAgreement: listOf(object({ country: countryCode, note: bilingual })),
})

/** Fees of authorities; carriers' prices are a tenant's configuration. */
export const feesShape = object({
  description: text,
  sources: listOf(source),
  fees: Type.Array(Type.Never()),
})

/** A code list: every list names its codes; further facts differ from list to list. */
export const codeListShape = object({
  description: text,
  sources: Type.Array(source, { minItems: 1 }),
  codes: Type.Array(
    Type.Object({ code: text, name: Type.Optional(bilingual), sources: sourceIds }),
    { minItems: 1 },
  ),
})

/** The errors of CDS in our words. */
export const errorCode = object({
  code: Type.String({ pattern: '^CDS\\d{5}$' }),
  explanation: bilingual,
  mend: bilingual,
  sources: sourceIds,
})

/** Countries by ISO 3166 with the names in both languages. */
export const countriesShape = object({
  sources: listOf(source),
  northernIreland: object({ postcodeArea: text, customsCode: countryCode, note: bilingual }),
  countries: listOf(
    object({
      code: countryCode,
      name: bilingual,
      euMember: Type.Optional(Type.Literal(true)),
      customsNote: Type.Optional(bilingual),
    }),
  ),
})

/** Currencies by ISO 4217 with their minor units. */
export const measurementUnitsShape = object({
  description: text,
  validFrom: day,
  sources: listOf(source),
  quantities: listOf(object({ id: text, name: bilingual, askedIn: text })),
  units: listOf(
    object({
      code: Type.String({ pattern: '^[A-Z]{3}$' }),
      qualifier: Type.Optional(Type.String({ pattern: '^[A-Z]$' })),
      quantity: text,
      baseUnits: plainDecimal,
      perBaseUnit: plainDecimal,
      symbol: text,
      counted: Type.Optional(bilingual),
      productOf: Type.Optional(Type.Array(text, { minItems: 2 })),
      display: Type.Optional(Type.Literal('truncate')),
    }),
  ),
})

export const currenciesShape = object({
  sources: listOf(source),
  notIso: listOf(object({ code: currencyCode, note: text })),
  currencies: listOf(
    object({
      code: currencyCode,
      numeric: Type.String({ pattern: '^\\d{3}$' }),
      minorUnits: Type.Integer({ minimum: 0, maximum: 4 }),
      name: bilingual,
      replacedBy: Type.Optional(currencyCode),
    }),
  ),
})
