import { Type, type Static } from 'typebox'
import type { BilingualText } from '../bilingual-text.ts'
import { checkedReader } from '../checked-reader.ts'
import { oneOf } from '../order/schema.ts'
import { type Result, success } from '../result.ts'

/**
 * What part a measure plays in what goods are charged:
 * - `third-country`, `preference`, `suspension`, `quota`: rates of which one is charged;
 * - `trade-remedy`, `additional`, `safeguard`: charged besides that rate;
 * - `excise`, `vat`: taxes; `agricultural`: resolves parts of other rates;
 * - `supplementary-unit`: only says what quantity is declared.
 */
export type MeasureRole = MeasureType['role']

const nameSchema = Type.Object({ en: Type.String(), zh: Type.String() })

const typeSchema = Type.Object(
  {
    id: Type.String({ pattern: '^[0-9A-Z]{3}$' }),
    role: oneOf(
      [
        'third-country',
        'preference',
        'suspension',
        'quota',
        'trade-remedy',
        'additional',
        'safeguard',
        'vat',
        'excise',
        'agricultural',
        'supplementary-unit',
      ],
      'part that the measure plays',
    ),
    /** Whether the goods have to be put to a use that customs has authorised. */
    authorisedUse: Type.Optional(Type.Boolean()),
    /** Whether a quota asks for proof of origin as a preference does. */
    isPreferential: Type.Optional(Type.Boolean()),
    /** As what tax it is declared, by the country that codes its taxes so. */
    taxTypes: Type.Optional(
      Type.Record(
        Type.String({ pattern: '^[A-Z]{2}$' }),
        Type.String({ pattern: '^[A-Z0-9]{3}$' }),
      ),
    ),
    name: nameSchema,
    /** What it is called in tariffs that have words of their own for it, by customs territory. */
    inTariffs: Type.Optional(
      Type.Record(
        Type.String({ pattern: '^[A-Z]{2}$' }),
        Type.Object(
          {
            name: nameSchema,
            /** Of a measure that is for some countries alone, as column 2 of the American schedule is. */
            nameOfSomeCountries: Type.Optional(nameSchema),
          },
          { additionalProperties: false },
        ),
      ),
    ),
  },
  { additionalProperties: false },
)

/** A type of measure with its name in our words. */
export interface MeasureType extends Omit<Static<typeof typeSchema>, 'name' | 'inTariffs'> {
  readonly name: BilingualText
  readonly nameOfSomeCountries?: BilingualText
  readonly inTariffs?: Readonly<Record<string, Names>>
}

type Names = Pick<MeasureType, 'name' | 'nameOfSomeCountries'>

/** All types that are worked out, by their id. A measure of another type is named, never dropped. */
export type MeasureTypes = ReadonlyMap<string, MeasureType>

const readFile = checkedReader<{ readonly types: readonly MeasureType[] }>(
  Type.Object({ types: Type.Array(typeSchema, { minItems: 1 }) }),
)

/** Reads the contents of `data/reference/measure-types.json`. */
export function readMeasureTypes(json: unknown): Result<MeasureTypes> {
  const file = readFile(json)
  if (!file.ok) return file
  return success(new Map(file.value.types.map((type) => [type.id, type])))
}

/** The same types by the names that they have in the tariff of a customs territory. */
export function typesOfTariff(types: MeasureTypes, territory: string): MeasureTypes {
  return new Map(
    [...types].map(([id, type]) => [id, { ...type, ...type.inTariffs?.[territory] }] as const),
  )
}
