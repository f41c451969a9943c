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

const repaymentSchema = Type.Object({
  kind: Type.Literal('repayment'),
  mrn: Type.String({ minLength: 1 }),
  claim: Type.String({ minLength: 1 }),
  lines: Type.Array(
    Type.Object({
      sequence: Type.Integer({ minimum: 1 }),
      taxType: Type.String({ pattern: '^[0-9A-Z]{3}$' }),
      amountGbp: pounds,
      method: Type.String(),
    }),
    { minItems: 1 },
  ),
  accountNumber: Type.Optional(Type.String()),
  paidOn: day,
})

/** What the authority has given back on a claim. */
export type RepaymentNotice = Readonly<Static<typeof repaymentSchema>>

const keptGoodsSchema = Type.Object({
  kind: Type.Literal('kept-goods'),
  mrn: Type.String({ minLength: 1 }),
  number: Type.Integer({ minimum: 1 }),
  standing: Type.Enum(['detained', 'seized', 'restored', 'forfeited', 'destroyed']),
  items: Type.Array(
    Type.Object({
      sequence: Type.Integer({ minimum: 1 }),
      kept: Type.Optional(Type.String()),
      of: Type.Optional(Type.String()),
    }),
    { minItems: 1 },
  ),
  reason: Type.String(),
  law: Type.String(),
  decidedOn: day,
  reviewBy: Type.Optional(day),
  version: Type.Integer({ minimum: 1 }),
})

/** Goods that the authority keeps back while the rest of a declaration goes, or what became of them. */
export type KeptGoodsNotice = Readonly<Static<typeof keptGoodsSchema>>

/** What a letter of an authority does besides its words. */
export type OfficeNotice = PenaltyNotice | RepaymentNotice | KeptGoodsNotice

const readers = [
  checkedReader<OfficeNotice>(penaltySchema),
  checkedReader<OfficeNotice>(repaymentSchema),
  checkedReader<OfficeNotice>(keptGoodsSchema),
]

/** What a letter does; nothing where it is of a kind that is not known here, or cannot be read. */
export function readOfficeNotice(notice: unknown): OfficeNotice | undefined {
  if (notice === undefined || notice === null) return undefined
  for (const read of readers) {
    const known = read(notice)
    if (known.ok) return known.value
  }
  return undefined
}
