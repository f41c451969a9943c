import { Type, type Static } from 'typebox'
import { threadKinds } from './thread-life-cycle.ts'

/** Words that the database can keep, among them something to be seen. */
const WORDS = '^(?=[\\s\\S]*\\S)[^\\u0000\\uD800-\\uDFFF]*$'
const line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: WORDS })
/** The words of a letter. */
export const letterText = line(8000)
/** What a thread is about, in a line. */
export const subjectLine = line(140)
const mrn = Type.String({ pattern: '^[0-9A-Z]{18}$' })
/** The sender's own, under which a letter that is sent again is known. */
const reference = Type.String({ pattern: '^[\\x21-\\x7E]{1,35}$' })

const MOST_ATTACHMENTS = 10
/** The largest file that comes with a letter. */
export const MAX_ATTACHMENT_BYTES = 5 * 1024 * 1024
/** A letter with as many of the largest files as it may have, in base64, and its words. */
export const MAX_LETTER_BYTES =
  Math.ceil((MAX_ATTACHMENT_BYTES * MOST_ATTACHMENTS * 4) / 3) + 200_000

/** What can come with a letter. */
export const attachmentTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'text/plain',
  'text/csv',
] as const

/** One of {@link attachmentTypes}. */
export type AttachmentType = (typeof attachmentTypes)[number]

const attachmentSchema = Type.Object(
  {
    name: Type.String({
      minLength: 1,
      maxLength: 200,
      pattern: '^[^/\\\\\\x00-\\x1f\\uD800-\\uDFFF]+$',
    }),
    mediaType: Type.Enum([...attachmentTypes]),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    /** Base64. */
    content: Type.String({ maxLength: Math.ceil(MAX_ATTACHMENT_BYTES / 3) * 4 }),
  },
  { additionalProperties: false },
)

/** The files of a letter. */
export const attachmentsSchema = Type.Array(attachmentSchema, { maxItems: MOST_ATTACHMENTS })

/** A file as it is sent with a letter. */
export type SentAttachment = Readonly<Static<typeof attachmentSchema>>

const correctionSchema = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          goodsItem: Type.Integer({ minimum: 1, maximum: 999 }),
          what: Type.Enum([
            'commodity-code',
            'customs-value',
            'origin',
            'quantity',
            'weight',
            'other',
          ]),
          declared: line(512),
          correct: line(512),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 999 },
    ),
    dutyDifference: Type.Optional(
      Type.Object(
        {
          amount: Type.String({ pattern: '^-?\\d{1,13}(\\.\\d{1,6})?$' }),
          currency: Type.String({ pattern: '^[A-Z]{3}$' }),
        },
        { additionalProperties: false },
      ),
    ),
    reason: letterText,
  },
  { additionalProperties: false },
)

const rulingSchema = Type.Object(
  {
    ruling: Type.Enum(['tariff', 'origin']),
    goodsDescription: letterText,
    proposedCode: Type.Optional(Type.String({ pattern: '^\\d{6,10}$' })),
    proposedOrigin: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
    uses: Type.Optional(letterText),
    materials: Type.Optional(letterText),
  },
  { additionalProperties: false },
)

const quantity = Type.String({ pattern: '^\\d{1,13}(\\.\\d{1,6})?$' })

/** On what a claim rests; how long it may be made is in `data/authority/correspondence-terms.json`. */
export const claimBases = ['rejected', 'withdrawn', 'overpaid'] as const

const claimSchema = Type.Object(
  {
    /**
     * `rejected`: defective or not as agreed, and sent back or destroyed; `withdrawn`: bought at a
     * distance and sent back; `overpaid`: more was paid than was owed.
     */
    basis: Type.Enum([...claimBases]),
    goods: Type.Array(
      Type.Object(
        {
          goodsItem: Type.Integer({ minimum: 1, maximum: 999 }),
          /** How much went back or was destroyed, of how much that was declared. */
          returned: Type.Optional(quantity),
          of: Type.Optional(quantity),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 999 },
    ),
    /** The export by which the goods left. */
    exportMrn: Type.Optional(mrn),
    destruction: Type.Optional(
      Type.Object(
        {
          certificate: line(70),
          on: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' }),
        },
        { additionalProperties: false },
      ),
    ),
    /** The import VAT is taken back on a VAT return, so that it is not claimed. */
    isVatReclaimed: Type.Boolean(),
    reason: letterText,
  },
  { additionalProperties: false },
)

/** What can be reviewed. */
export const appealable = ['assessment', 'refusal', 'seizure', 'penalty', 'ruling'] as const

const appealSchema = Type.Object(
  {
    decision: Type.Enum([...appealable]),
    decidedOn: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' }),
    grounds: letterText,
    wanted: letterText,
    /** Why it is asked for after the last day. */
    lateReason: Type.Optional(letterText),
    /** The office's reference of the thread that tells of the decision, where a letter does. */
    thread: Type.Optional(Type.String({ pattern: '^COR-\\d{4}-\\d{6,}$' })),
  },
  { additionalProperties: false },
)

/** The first letter of a trader about a matter. */
export const openingSchema = Type.Object(
  {
    reference,
    kind: Type.Enum(threadKinds.filter((kind) => kind !== 'enquiry')),
    subject: subjectLine,
    mrn: Type.Optional(mrn),
    text: letterText,
    attachments: Type.Optional(attachmentsSchema),
    correction: Type.Optional(correctionSchema),
    claim: Type.Optional(claimSchema),
    ruling: Type.Optional(rulingSchema),
    appeal: Type.Optional(appealSchema),
  },
  { additionalProperties: false },
)

/** A further letter of a trader in a thread. */
export const furtherLetterSchema = Type.Object(
  { reference, text: letterText, attachments: Type.Optional(attachmentsSchema) },
  { additionalProperties: false },
)

/** An error that the trader tells after the release, as they tell it. */
export type Correction = Readonly<Static<typeof correctionSchema>>
/** What an advance ruling is asked for. */
export type RulingRequest = Readonly<Static<typeof rulingSchema>>
/** What is claimed back, and why. */
export type Claim = Readonly<Static<typeof claimSchema>>
/** Which decision is to be reviewed, and why. */
export type Appeal = Readonly<Static<typeof appealSchema>>
/** What of a letter belongs to its kind. */
export type Matter = Readonly<Pick<Opening, 'correction' | 'claim' | 'ruling' | 'appeal'>>
/** The first letter of a trader about a matter. */
export type Opening = Readonly<Static<typeof openingSchema>>
/** A further letter of a trader in a thread. */
export type FurtherLetter = Readonly<Static<typeof furtherLetterSchema>>
