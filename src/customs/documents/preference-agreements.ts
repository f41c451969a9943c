import { Type, type Static } from 'typebox'
import type { Validity } from '../calendar/local-date.ts'
import { checkedReader } from '../checked-reader.ts'
import type { Money } from '../money/money.ts'
import { countryCode, currencyCode, decimalText, localDate, oneOf } from '../order/schema.ts'
import { combine, type Result, success } from '../result.ts'

/** A proof of preferential origin that an agreement accepts. */
export interface PreferenceProof {
  readonly kind: string
  readonly madeOutBy: 'exporter' | 'importer'
  readonly validityMonths?: number
  /** Whose signature the text must bear; absent where the name of the exporter is enough. */
  readonly signature?: 'exporter' | 'handwritten-unless-approved-exporter'
  readonly registration: ExporterRegistrationRule
  /** Absent where no source says how a declaration names the proof. */
  readonly declaredAs?: ProofDeclaration
}

/** How a declaration names a proof, data element 2/3. */
export interface ProofDeclaration {
  /** Such as `U110`. */
  readonly documentCode: string
  readonly statusCode: string
  /** Stand in place of a reference where the proof is no paper that has one. */
  readonly words?: string
}

/** Whether the exporter must be registered to make out the proof. */
export interface ExporterRegistrationRule {
  readonly kind: 'none' | 'rex-number' | 'approved-exporter'
  /** Value of the originating goods of a consignment up to which any exporter may make it out. */
  readonly neededAbove?: Money
}

/** How a preference is claimed in a declaration and found in the tariff. */
export interface PreferenceClaiming {
  /** Data element 4/17, such as `300`. */
  readonly preferenceCode: string
  /** Data element 5/16: the code of the partner, which may be a group such as `EU`. */
  readonly preferentialOrigin: string
  /** The area under which the tariff has the rates, such as `1013` for the European Union. */
  readonly tariffArea: string
}

/** Under which agreement goods of which countries enter at a lower duty, and on what proof. */
export interface PreferenceAgreement {
  readonly id: string
  /** ISO 3166-1 alpha-2; absent where the data do not list the countries. */
  readonly countries?: ReadonlySet<string>
  readonly validity: Validity
  /** Id of the law that the claim rests on. */
  readonly law: string
  readonly proofs: readonly PreferenceProof[]
  /** Absent where no source says how the preference is claimed. */
  readonly claiming?: PreferenceClaiming
}

/** Up to the limit any exporter may make the proof out; without a limit only a registered one. */
const registrationSchema = Type.Object({
  kind: oneOf(['none', 'rex-number', 'approved-exporter'], 'registration of the exporter'),
  neededAbove: Type.Optional(
    Type.Object({
      amount: decimalText,
      currency: currencyCode,
      scope: Type.Literal('consignment'),
    }),
  ),
})

const proofSchema = Type.Object({
  kind: Type.String(),
  madeOutBy: oneOf(['exporter', 'importer'], 'who makes out the proof'),
  validityMonths: Type.Optional(Type.Integer({ minimum: 1 })),
  signature: Type.Optional(
    oneOf(['exporter', 'handwritten-unless-approved-exporter'], 'whose signature is needed'),
  ),
  exporterRegistration: Type.Optional(registrationSchema),
  declaredAs: Type.Optional(
    Type.Object({
      documentCode: Type.String({ pattern: '^[0-9A-Z]{4}$' }),
      statusCode: Type.String({ pattern: '^[A-Z]{2}$' }),
      words: Type.Optional(Type.String()),
    }),
  ),
})

const claimingSchema = Type.Object({
  preferenceCode: Type.String({ pattern: '^[2-9]\\d{2}$' }),
  preferentialOrigin: countryCode,
  tariffArea: Type.String({ pattern: '^[0-9A-Z]{2,4}$' }),
})

/** The partners are named one by one, or by a group whose members other data list. */
const agreementSchema = Type.Object({
  id: Type.String(),
  partners: Type.Union([
    Type.Array(countryCode, { minItems: 1 }),
    Type.Literal('european-union'),
    Type.Literal('developing-countries-in-the-scheme'),
  ]),
  validFrom: localDate,
  validUntil: Type.Optional(localDate),
  law: Type.String(),
  proofs: Type.Array(proofSchema, { minItems: 1 }),
  claiming: Type.Optional(claimingSchema),
})

const proofsFileSchema = Type.Object({ agreements: Type.Array(agreementSchema) })

const countriesFileSchema = Type.Object({
  countries: Type.Array(
    Type.Object({ code: countryCode, euMember: Type.Optional(Type.Boolean()) }),
  ),
})

const readProofs = checkedReader<Static<typeof proofsFileSchema>>(proofsFileSchema)
const readCountries = checkedReader<Static<typeof countriesFileSchema>>(countriesFileSchema)

/** Reads the contents of `data/gb/preference-proofs.json` and `data/reference/countries.json`. */
export function readPreferenceAgreements(files: {
  readonly proofs: unknown
  readonly countries: unknown
}): Result<readonly PreferenceAgreement[]> {
  const read = combine({
    proofs: readProofs(files.proofs),
    countries: readCountries(files.countries),
  })
  if (!read.ok) return read
  const { countries } = read.value.countries
  const members = countries.filter(({ euMember }) => euMember).map(({ code }) => code)
  return success(read.value.proofs.agreements.map((entry) => agreementOf(entry, members)))
}

/** Resolves the group of partners; a scheme without a list stays without countries. */
function agreementOf(
  entry: Static<typeof agreementSchema>,
  members: readonly string[],
): PreferenceAgreement {
  const { id, partners, validFrom, validUntil, law, proofs, claiming } = entry
  const countries = partners === 'european-union' ? members : partners
  return {
    ...{ id, law },
    ...(typeof countries === 'object' && { countries: new Set(countries) }),
    validity: { from: validFrom, ...(validUntil && { until: validUntil }) },
    proofs: proofs.map(proofOf),
    ...(claiming && { claiming: claimingOf(claiming) }),
  }
}

/** The file names the sources beside it, which are for people. */
function claimingOf(claiming: PreferenceClaiming): PreferenceClaiming {
  const { preferenceCode, preferentialOrigin, tariffArea } = claiming
  return { preferenceCode, preferentialOrigin, tariffArea }
}

/** Proofs of the importer say nothing of a registration, which then is none. */
function proofOf({ exporterRegistration, ...proof }: Static<typeof proofSchema>): PreferenceProof {
  const { kind, neededAbove } = exporterRegistration ?? { kind: 'none' as const }
  const limit = neededAbove && { amount: neededAbove.amount, currency: neededAbove.currency }
  return { ...proof, registration: { kind, ...(limit && { neededAbove: limit }) } }
}
