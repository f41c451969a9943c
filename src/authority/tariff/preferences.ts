import { readFileSync } from 'node:fs'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import {
  isInForce,
  localDate,
  type LocalDate,
  type Validity,
} from '../../customs/calendar/local-date.ts'
import { decimal, type DecimalText } from '../../customs/money/decimal.ts'

/** The duty that all goods bear which originate in a partner of an agreement. */
export interface PreferentialMeasure {
  readonly agreement: string
  /** Data element 4/17. */
  readonly preferenceCode: string
  /** Data element 5/16. */
  readonly preferentialOrigin: string
  /** Where goods of that origin come from, data element 5/15. */
  readonly countries: readonly string[]
  /** Documents that prove the origin, data element 2/3; one of them is needed. */
  readonly proofs: readonly string[]
  /** A fraction: `0.04` is 4 %. */
  readonly adValoremRate: DecimalText
  readonly validity: Validity
  readonly source: string
}

/** The office's own list of preferences. */
export interface Preferences {
  /** Absent where no measure in force answers to the claim. */
  measureFor(claim: PreferenceClaim, on: LocalDate): PreferentialMeasure | undefined
}

/** What an item declares of a preference; absent where it declares nothing. */
export interface PreferenceClaim {
  readonly preferenceCode?: string
  readonly preferentialOriginCountry?: string
}

const fileSchema = Type.Object({
  about: Type.String(),
  measures: Type.Array(
    Type.Object(
      {
        agreement: Type.String(),
        preferenceCode: Type.String(),
        preferentialOrigin: Type.String(),
        countries: Type.Array(Type.String(), { minItems: 1 }),
        proofs: Type.Array(Type.String(), { minItems: 1 }),
        dutyAdValorem: Type.String(),
        from: Type.String(),
        until: Type.Optional(Type.String()),
        source: Type.String(),
      },
      { additionalProperties: false },
    ),
  ),
})

/** @throws where the file is not what it should be: a broken list must not be used. */
export function loadPreferences(file: string): Preferences {
  const { measures } = Value.Parse(fileSchema, JSON.parse(readFileSync(file, 'utf8')))
  return preferences(
    measures.map(({ dutyAdValorem, from, until, ...measure }) => ({
      ...measure,
      adValoremRate: decimal(dutyAdValorem),
      validity: {
        from: localDate(from),
        ...(until === undefined ? {} : { until: localDate(until) }),
      },
    })),
  )
}

/**
 * A list of measures at hand. A measure is found by preference code (4/17) and origin (5/16) alone;
 * whether country and proof bear the claim out is checked at the lodging.
 */
export function preferences(measures: readonly PreferentialMeasure[]): Preferences {
  return {
    measureFor: ({ preferenceCode, preferentialOriginCountry }, on) =>
      measures.find(
        (measure) =>
          measure.preferenceCode === preferenceCode &&
          measure.preferentialOrigin === preferentialOriginCountry &&
          isInForce(measure.validity, on),
      ),
  }
}
