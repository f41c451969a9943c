import { Type, type Static } from 'typebox'
import { checkedReader } from '../../customs/checked-reader.ts'

/** What threads between a business and an authority are about. */
export const threadKinds = [
  'question',
  'enquiry',
  'voluntary-correction',
  'repayment-claim',
  'ruling-request',
  'appeal',
] as const

/** One of {@link threadKinds}. */
export type ThreadKind = (typeof threadKinds)[number]

const attachmentSchema = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  name: Type.String({ minLength: 1, maxLength: 500 }),
  mediaType: Type.String({ minLength: 1, maxLength: 100 }),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
})

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** How an authority can decide a thread; the last three are said of the decision that it has reviewed. */
export const threadOutcomes = [
  'accepted',
  'accepted-in-part',
  'refused',
  'issued',
  'upheld',
  'varied',
  'cancelled',
] as const

const decisionSchema = Type.Object({
  outcome: Type.Enum([...threadOutcomes]),
  reasons: Type.String(),
  decidedOn: day,
  details: Type.Optional(
    Type.Object({
      rulingReference: Type.Optional(Type.String()),
      code: Type.Optional(Type.String()),
      origin: Type.Optional(Type.String()),
      validFrom: Type.Optional(day),
      validUntil: Type.Optional(day),
      version: Type.Optional(Type.Integer({ minimum: 1 })),
      effect: Type.Optional(Type.String()),
      notUndone: Type.Optional(Type.String()),
    }),
  ),
})

const messageSchema = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  at: Type.String({ minLength: 1 }),
  by: Type.Optional(Type.String()),
  text: Type.String(),
  attachments: Type.Array(attachmentSchema),
})

const changeSchema = Type.Object({
  change: Type.Union([Type.String({ minLength: 1 }), Type.Integer()]),
  at: Type.String(),
  thread: Type.String({ minLength: 1, maxLength: 100 }),
  kind: Type.Enum([...threadKinds]),
  subject: Type.String(),
  mrn: Type.Optional(Type.String()),
  openedBy: Type.Enum(['trader', 'office']),
  status: Type.Enum(['open', 'answered', 'decided', 'closed']),
  awaits: Type.Optional(Type.Enum(['trader', 'office', 'nobody'])),
  answerDueOn: Type.Optional(day),
  message: Type.Optional(messageSchema),
  decision: Type.Optional(decisionSchema),
  /** Read by `office-notice.ts`; a kind that is not known does nothing. */
  notice: Type.Optional(Type.Unknown()),
})

/** How an authority has decided what it was asked for. */
export type ThreadDecision = Readonly<Static<typeof decisionSchema>>

/** A letter of an authority within a change. */
export type OfficeLetter = Readonly<Static<typeof messageSchema>>

/** Something that has changed in a thread, as the correspondence interface tells it. */
export type LetterChange = Readonly<Static<typeof changeSchema>>

/** Reads one change; what the interface adds besides is left alone. */
export const readLetterChange = checkedReader<LetterChange>(changeSchema)

const pageSchema = Type.Object({
  changes: Type.Array(Type.Unknown()),
  next: Type.Optional(Type.Union([Type.String(), Type.Integer(), Type.Null()])),
})

/** Reads a page of changes, each of which is read by itself. */
export const readChangesPage = checkedReader<Readonly<Static<typeof pageSchema>>>(pageSchema)
