import { Type, type Static } from 'typebox'
import type { BilingualText } from '../../bilingual-text.ts'
import { isInForce, type LocalDate } from '../../calendar/local-date.ts'
import { checkedReader } from '../../checked-reader.ts'
import { countryCode, localDate } from '../../order/schema.ts'
import { type Result, success } from '../../result.ts'

const programmeSchema = Type.Object({
  symbol: Type.String({ pattern: '^[A-Z]{1,2}[*+]?$' }),
  name: Type.Object({ en: Type.String(), zh: Type.String() }),
  countries: Type.Array(countryCode, { minItems: 1 }),
  from: localDate,
  until: Type.Optional(localDate),
  law: Type.String(),
  /** What is known of its days or countries, and what is not. */
  note: Type.Optional(Type.Object({ en: Type.String(), zh: Type.String() })),
})

/** The part of the file that is read; sources and what is not held stand beside it for people. */
const fileSchema = Type.Object({
  column2: Type.Object({
    countries: Type.Array(
      Type.Object({ country: countryCode, from: localDate, until: Type.Optional(localDate) }),
      { minItems: 1 },
    ),
  }),
  programmes: Type.Array(programmeSchema, { minItems: 1 }),
  notHeld: Type.Array(
    Type.Object({
      symbols: Type.Array(Type.String(), { minItems: 1 }),
      note: Type.Object({ en: Type.String(), zh: Type.String() }),
    }),
  ),
})

/**
 * A programme of the special column: a trade agreement or a preference that is given, for as long as
 * the same countries may claim it. One that lapsed and came back, or whose countries changed, has
 * several.
 */
export type SpecialProgramme = Static<typeof programmeSchema>

/** For which origins the columns of the schedule are. */
export interface SpecialProgrammes {
  readonly programmes: readonly SpecialProgramme[]
  /** Why the rates of some symbols are not worked out. */
  readonly notHeld: ReadonlyMap<string, BilingualText>
  readonly column2: readonly {
    readonly country: string
    readonly from: LocalDate
    readonly until?: LocalDate
  }[]
}

const readFile = checkedReader<Static<typeof fileSchema>>(fileSchema)

/** Reads the contents of `data/us/special-programmes.json`. */
export function readSpecialProgrammes(json: unknown): Result<SpecialProgrammes> {
  const file = readFile(json)
  if (!file.ok) return file
  const { programmes, notHeld, column2 } = file.value
  return success({
    programmes,
    notHeld: new Map(
      notHeld.flatMap(({ symbols, note }) => symbols.map((symbol) => [symbol, note])),
    ),
    column2: column2.countries,
  })
}

/** Whether goods of a country bear the rates of column 2 on a day. */
export function isColumn2(
  { column2 }: SpecialProgrammes,
  { origin, on }: { readonly origin: string; readonly on: LocalDate },
): boolean {
  return column2.some((entry) => entry.country === origin && isInForce(entry, on))
}

/** The programmes under which goods of a country may claim a special rate on a day. */
export function programmesOpenTo(
  { programmes }: SpecialProgrammes,
  { origin, on }: { readonly origin: string; readonly on: LocalDate },
): readonly SpecialProgramme[] {
  return programmes.filter(
    (programme) => programme.countries.includes(origin) && isInForce(programme, on),
  )
}
