import { Type, type Static } from 'typebox'
import { checkedReader } from '../../customs/checked-reader.ts'

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const words = Type.Object({ en: Type.String(), zh: Type.String() })
const pounds = Type.String({ pattern: '^\\d{1,12}\\.\\d{2}$' })

const penaltySchema = Type.Object({
  kind: Type.Literal('penalty'),
  mrn: Type.String({ minLength: 1 }),
  number: Type.Integer({ minimum: 1 }),
  standing: Type.Enum(['warned', 'imposed', 'lowered', 'paid', 'withdrawn']),
  what: words,
  law: Type.String(),
  reasonCode: Type.Optional(Type.String()),
  amountGbp: Type.Optional(pounds),
  imposedOn: day,
  reviewBy: day,
})

/** A warning or a penalty, as the authority's letter box tells it beside the letter. */
export type PenaltyNotice = Readonly<Static<typeof penaltySchema>>

/** What a letter of an authority does besides its words. */
export type OfficeNotice = PenaltyNotice

const read = checkedReader<OfficeNotice>(penaltySchema)

/** What a letter does; nothing where it is of a kind that is not known here, or cannot be read. */
export function readOfficeNotice(notice: unknown): OfficeNotice | undefined {
  if (notice === undefined || notice === null) return undefined
  const known = read(notice)
  return known.ok ? known.value : undefined
}
