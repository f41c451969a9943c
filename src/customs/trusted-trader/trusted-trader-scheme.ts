import { Type, type Static } from 'typebox'

import type { DatedSource } from '../authorities/authority.ts'
import { checkedReader } from '../checked-reader.ts'
import type { Immutable } from '../immutable.ts'
import { localDate } from '../order/schema.ts'
import { type Result, success } from '../result.ts'

/** What is counted from the record of a business beside a criterion. */
export const recordFigureNames = [
  'declarations-lodged',
  'declarations-rejected',
  'entries-corrected',
  're-assessments',
  'answers-late',
  'funds-insufficient',
  'penalties',
  'goods-stopped',
] as const

/** One of {@link recordFigureNames}. */
export type RecordFigureName = (typeof recordFigureNames)[number]

const bilingual = Type.Object({ en: Type.String(), zh: Type.String() })

const fileSchema = Type.Object({
  sources: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      publisher: Type.String(),
      url: Type.String({ pattern: '^https://' }),
      readOn: localDate,
      readAs: Type.String(),
    }),
  ),
  schemes: Type.Array(
    Type.Object({
      id: Type.String(),
      /** Id of the authority that grants it. */
      authority: Type.String(),
      name: bilingual,
      statuses: Type.Array(Type.Object({ id: Type.String(), name: bilingual })),
      validFrom: localDate,
      validUntil: Type.Optional(localDate),
      /** How far back the record is looked at. */
      recordYears: Type.Integer({ minimum: 1 }),
      sources: Type.Array(Type.String()),
      criteria: Type.Array(
        Type.Object({
          id: Type.String(),
          /** Ids of the statuses that ask for it. */
          statuses: Type.Array(Type.String()),
          name: bilingual,
          asks: bilingual,
          figures: Type.Array(Type.Enum([...recordFigureNames])),
          documents: Type.Array(
            Type.Object({ id: Type.String(), required: Type.Boolean(), name: bilingual }),
          ),
          sources: Type.Array(Type.String(), { minItems: 1 }),
        }),
        { minItems: 1 },
      ),
    }),
  ),
})

type SchemeFile = Immutable<Static<typeof fileSchema>>
type FiledScheme = SchemeFile['schemes'][number]
type FiledCriterion = FiledScheme['criteria'][number]

/** A document that shows something of a criterion. */
export type WantedDocument = FiledCriterion['documents'][number]

/** One thing that is asked of a trusted trader. */
export type Criterion = Omit<FiledCriterion, 'sources'> & {
  readonly sources: readonly DatedSource[]
}

/** What an authority asks of whoever wants to be its trusted trader. */
export type TrustedTraderScheme = Omit<FiledScheme, 'sources' | 'criteria'> & {
  readonly sources: readonly DatedSource[]
  readonly criteria: readonly Criterion[]
}

const readFile = checkedReader<SchemeFile>(fileSchema)

/** Reads the contents of `data/gb/trusted-trader.json`. */
export function readTrustedTraderSchemes(json: unknown): Result<readonly TrustedTraderScheme[]> {
  const file = readFile(json)
  if (!file.ok) return file
  const { sources, schemes } = file.value
  const named = (ids: readonly string[]) => sources.filter(({ id }) => ids.includes(id))
  return success(
    schemes.map((scheme) => ({
      ...scheme,
      sources: named(scheme.sources),
      criteria: scheme.criteria.map((criterion) => ({
        ...criterion,
        sources: named(criterion.sources),
      })),
    })),
  )
}
