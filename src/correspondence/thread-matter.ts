import { Type, type Static } from 'typebox'
import type { Immutable } from '../customs/immutable.ts'
import { claimBases } from '../customs/law/repayment-claim.ts'
import { localDate, oneOf, text } from '../customs/order/schema.ts'

/** What of a declaration can be told to be wrong. */
export const correctable = [
  'commodity-code',
  'customs-value',
  'origin',
  'quantity',
  'weight',
  'other',
] as const

/** An amount that is more or less than before. */
export const differenceSchema = Type.Object(
  {
    amount: Type.String({
      pattern: '^-?\\d{1,13}(\\.\\d{1,6})?$',
      description: 'exact decimal; negative where less is due',
    }),
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  },
  { additionalProperties: false },
)

/** An error in a declaration that is told to the authority after the release. */
export const correctionSchema = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          goodsItem: Type.Integer({ minimum: 1, maximum: 999, description: 'number from 1' }),
          what: oneOf(correctable, 'what of it was declared wrongly'),
          declared: text(512, 'as it was declared'),
          correct: text(512, 'as it should have been'),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 999 },
    ),
    dutyDifference: Type.Optional(differenceSchema),
    reason: text(8_000, 'how the error came to be'),
  },
  { additionalProperties: false, description: 'a voluntary correction' },
)

/** What an advance ruling is asked for. */
export const rulingSchema = Type.Object(
  {
    ruling: oneOf(['tariff', 'origin'], 'what is to be ruled on'),
    goodsDescription: text(8_000, 'the goods, so that somebody who has not seen them can tell'),
    proposedCode: Type.Optional(Type.String({ pattern: '^\\d{6,10}$' })),
    proposedOrigin: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
    uses: Type.Optional(text(8_000, 'what the goods are for')),
    materials: Type.Optional(text(8_000, 'what they are made of, and where')),
  },
  { additionalProperties: false, description: 'a request for an advance ruling' },
)

const quantity = Type.String({ pattern: '^\\d{1,13}(\\.\\d{1,6})?$', description: 'exact decimal' })

/** What was paid and is claimed back. */
export const claimSchema = Type.Object(
  {
    basis: oneOf(
      claimBases,
      'rejected: defective or not as agreed; withdrawn: bought at a distance and sent back; overpaid',
    ),
    goods: Type.Array(
      Type.Object(
        {
          goodsItem: Type.Integer({ minimum: 1, maximum: 999, description: 'number from 1' }),
          returned: Type.Optional({
            ...quantity,
            description: 'how much went back or was destroyed',
          }),
          of: Type.Optional({ ...quantity, description: 'of how much that was declared' }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 999 },
    ),
    exportMrn: Type.Optional(
      Type.String({ pattern: '^[0-9A-Z]{18}$', description: 'of the export by which they left' }),
    ),
    destruction: Type.Optional(
      Type.Object(
        { certificate: text(70, 'number of the certificate'), on: localDate },
        { additionalProperties: false },
      ),
    ),
    isVatReclaimed: Type.Boolean({
      description: 'the import VAT is taken back on a VAT return, so that it is not claimed',
    }),
    reason: text(8_000, 'why it comes back'),
  },
  { additionalProperties: false, description: 'a claim for repayment' },
)

/** What can be put to review. */
export const appealable = ['assessment', 'refusal', 'seizure', 'penalty', 'ruling'] as const

/** A decision that can be put to review. */
export type AppealableKind = (typeof appealable)[number]

/** An appeal as a person asks for it; on which day was decided follows from the record. */
export const appealRequestSchema = Type.Object(
  {
    decision: oneOf(appealable, 'the decision that is to be reviewed'),
    threadId: Type.Optional(
      Type.String({
        description:
          'of a ruling: the thread in which it was decided; of a penalty: that of the letter which tells of it',
      }),
    ),
    grounds: text(8_000, 'why the decision is wrong'),
    wanted: text(8_000, 'what should be decided instead'),
    lateReason: Type.Optional(text(8_000, 'why it is asked for after the last day')),
  },
  { additionalProperties: false, description: 'an appeal: a request to review a decision' },
)

/** An appeal as it goes out and is kept. */
export const appealSchema = Type.Object(
  {
    decision: oneOf(appealable, 'the decision that is to be reviewed'),
    decidedOn: localDate,
    grounds: Type.String(),
    wanted: Type.String(),
    lateReason: Type.Optional(Type.String()),
    threadId: Type.Optional(
      Type.String({ description: 'the thread that tells of the decision, where a letter does' }),
    ),
    thread: Type.Optional(Type.String({ description: 'the authority’s reference of that thread' })),
  },
  { description: 'an appeal: a request to review a decision' },
)

/** The type of {@link correctionSchema}. */
export type Correction = Immutable<Static<typeof correctionSchema>>
/** The type of {@link claimSchema}. */
export type Claim = Immutable<Static<typeof claimSchema>>
/** The type of {@link rulingSchema}. */
export type RulingRequest = Immutable<Static<typeof rulingSchema>>
/** The type of {@link appealRequestSchema}. */
export type AppealRequest = Immutable<Static<typeof appealRequestSchema>>
/** The type of {@link appealSchema}. */
export type Appeal = Immutable<Static<typeof appealSchema>>

/** What of a thread belongs to its kind; at most one of them is there. */
export interface ThreadMatter {
  readonly correction?: Correction
  readonly claim?: Claim
  readonly ruling?: RulingRequest
  readonly appeal?: Appeal
}
