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

/** Periods that count for declarations and their records. */
export const periodsShape = object({
  description: text,
  sources: listOf(source),
  periods: listOf(
    object({
      id: text,
      days: Type.Optional(Type.Integer({ minimum: 1 })),
      hours: Type.Optional(Type.Integer({ minimum: 1 })),
      months: Type.Optional(Type.Integer({ minimum: 1 })),
      dayOfFollowingMonth: Type.Optional(Type.Integer({ minimum: 1, maximum: 28 })),
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
      claiming: Type.Optional(
        object({
          preferenceCode: text,
          preferentialOrigin: countryCode,
          tariffArea: text,
          sources: sourceIds,
        }),
      ),
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

/** The data sets of declarations to the British authority, and how they are told apart. */
export const declarationCategoriesShape = object({
  description: text,
  sources: Type.Array(source, { minItems: 1 }),
  greenLaneProcedures: listOf(Type.String({ pattern: '^[0-9A-Z]{3}$' })),
  dataSets: listOf(object({ id: text, category: text, name: bilingual, sources: sourceIds })),
  rules: listOf(
    object({
      dataSet: text,
      declarationTypes: listOf(oneOf('IM', 'EX', 'CO')),
      additionalTypes: listOf(Type.String({ pattern: '^[A-Z]$' })),
      procedures: Type.Optional(listOf(Type.String({ pattern: '^\\d{2}(\\d{2})?$' }))),
      additionalProcedures: Type.Optional(listOf(Type.String({ pattern: '^[0-9A-Z]{3}$' }))),
      sources: sourceIds,
    }),
  ),
})

/** A code list: every list names its codes; further facts differ from list to list. */
export const codeListShape = object({
  description: text,
  isComplete: Type.Optional(Type.Boolean()),
  sources: Type.Array(source, { minItems: 1 }),
  codes: Type.Array(
    Type.Object({ code: text, name: Type.Optional(bilingual), sources: sourceIds }),
    { minItems: 1 },
  ),
})

/** Errors of CDS without a rule of their own, by the reason. */
export const errorsWithoutRuleShape = object({
  description: text,
  sources: Type.Array(source, { minItems: 1 }),
  reasons: listOf(
    object({
      id: text,
      reason: bilingual,
      codes: listOf(Type.String({ pattern: '^CDS\\d{5}$' })),
      sources: sourceIds,
    }),
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

/** Territories whose bulk declarations are of another type. */
export const bulkImportsShape = object({
  description: text,
  sources: listOf(source),
  customsUnion: listOf(object({ country: countryCode, sources: sourceIds })),
})

/** How goods come into Northern Ireland. */
export const northernIrelandShape = object({
  description: text,
  sources: listOf(source),
  unionMembers: listOf(countryCode),
  unitedKingdom: listOf(countryCode),
  lowValue: listOf(
    object({
      validFrom: day,
      validUntil: Type.Optional(day),
      limit: object({ amount: plainDecimal, currency: currencyCode }),
      leavesOut: object({ name: bilingual, codes: listOf(text) }),
      law: text,
      sources: sourceIds,
    }),
  ),
  gifts: listOf(
    object({
      validFrom: day,
      validUntil: Type.Optional(day),
      limit: object({ amount: plainDecimal, currency: currencyCode }),
      leavesOut: object({ name: bilingual, codes: listOf(text) }),
      law: text,
      sources: sourceIds,
    }),
  ),
  lowValueEnded: object({
    limits: listOf(object({ amount: plainDecimal, currency: currencyCode })),
    law: text,
    sources: sourceIds,
  }),
  notAtRisk: listOf(
    object({ validFrom: day, atRiskFromPercent: plainDecimal, law: text, sources: sourceIds }),
  ),
  exciseGoods: object({ name: bilingual, codes: listOf(text) }),
  consumerParcels: listOf(
    object({
      validFrom: day,
      heaviestKg: plainDecimal,
      heaviestSingleItemKg: plainDecimal,
      law: text,
      sources: sourceIds,
    }),
  ),
})

const readSource = object({
  id: text,
  title: text,
  publisher: text,
  url: Type.String({ pattern: '^https://' }),
  readOn: day,
  readAs: text,
})

/** Authorities and the places that they have published. */
export const authorityContactsShape = object({
  description: text,
  sources: listOf(readSource),
  authorities: listOf(
    object({
      id: text,
      name: bilingual,
      country: countryCode,
      contactPoints: listOf(
        object({
          id: text,
          topic: text,
          office: bilingual,
          purpose: bilingual,
          email: Type.Optional(Type.String({ pattern: '^[^@ ]+@[^@ ]+$' })),
          phone: Type.Optional(Type.String({ pattern: '^\\+[0-9 ]+$' })),
          address: Type.Optional(listOf(text)),
          website: Type.Optional(Type.String({ pattern: '^https://' })),
          hours: Type.Optional(bilingual),
          languages: listOf(Type.String({ pattern: '^[a-z]{2}$' })),
          validFrom: Type.Optional(day),
          validUntil: Type.Optional(day),
          confidence: oneOf('verified', 'secondary'),
          sources: sourceIds,
          ...optionalNote,
        }),
      ),
    }),
  ),
})

/** What is asked of trusted traders. */
export const trustedTraderShape = object({
  description: text,
  sources: listOf(readSource),
  schemes: listOf(
    object({
      id: text,
      authority: text,
      name: bilingual,
      statuses: listOf(object({ id: text, name: bilingual })),
      validFrom: day,
      validUntil: Type.Optional(day),
      recordYears: Type.Integer({ minimum: 1 }),
      sources: sourceIds,
      criteria: listOf(
        object({
          id: text,
          statuses: listOf(text),
          name: bilingual,
          asks: bilingual,
          figures: listOf(text),
          documents: listOf(object({ id: text, required: Type.Boolean(), name: bilingual })),
          sources: sourceIds,
        }),
      ),
    }),
  ),
})
