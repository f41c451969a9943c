import { Type, type Static } from 'typebox'

const seconds = (maximum: number) => Type.Integer({ minimum: 0, maximum })

const timeOfDay = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })
const officeHoursSchema = Type.Union([
  Type.Literal('always'),
  Type.Object(
    {
      days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
        minItems: 1,
        maxItems: 7,
        uniqueItems: true,
      }),
      from: timeOfDay,
      until: timeOfDay,
    },
    { additionalProperties: false },
  ),
])

/** What can be set about the office while it runs; each has the value that it starts with. */
export const settingsSchema = Type.Object(
  {
    processingDelaySeconds: seconds(86_400),
    arrivalExpirySeconds: seconds(31_536_000),
    /** After an export is registered, until its goods are at the port unless a movement told so before. */
    portArrivalSeconds: seconds(31_536_000),
    /** After goods are cleared that leave, until they have left unless a movement told so before. */
    departureSeconds: seconds(31_536_000),
    paymentReminderSeconds: seconds(31_536_000),
    documentRequestSeconds: seconds(31_536_000),
    /** Messages a second from one application; 0 sets no limit. */
    requestLimitPerSecond: Type.Integer({ minimum: 0, maximum: 10_000 }),
    pushes: Type.Enum(['on', 'off']),
    /** `stub`: as HMRC's public test stub does, by the LRN; nothing is checked or assessed. */
    answers: Type.Enum(['realistic', 'stub']),
    /** From acceptance to release where no rule has hit; this is the work of machines. */
    greenLaneSeconds: seconds(31_536_000),
    /** Opening time until papers, an answer or a review has been looked at. */
    yellowLaneSeconds: seconds(31_536_000),
    /** Opening time until goods have been examined. */
    redLaneSeconds: seconds(31_536_000),
    /** `by-office`: what waits for an officer is found in order by itself after the time of its lane. */
    decisions: Type.Enum(['by-officers', 'by-office']),
    officeHours: officeHoursSchema,
    /** Days within which the office answers letters, and within which it wants its own to be answered. */
    correspondenceAnswerDays: Type.Integer({ minimum: 1, maximum: 365 }),
    /** How many times as fast as the clock on the wall the office works. */
    clockSpeed: Type.Integer({ minimum: 1, maximum: 10_000 }),
  },
  { additionalProperties: false },
)

/**
 * The settings that hold now. A change counts for what is decided after it; a wake-up time that is
 * already set on a lodgement stays.
 */
export type Settings = Readonly<Static<typeof settingsSchema>>

const DAY = 86_400

/**
 * CDS lets a pre-lodged declaration lapse after 30 days (error CDS12031) and reminds of missing
 * funds the next day; the office's pace is a convenience of the sandbox.
 */
export const initialSettings: Settings = {
  processingDelaySeconds: 0,
  arrivalExpirySeconds: 30 * DAY,
  portArrivalSeconds: 60,
  departureSeconds: 60,
  paymentReminderSeconds: DAY,
  documentRequestSeconds: 10 * DAY,
  requestLimitPerSecond: 0,
  pushes: 'on',
  answers: 'realistic',
  greenLaneSeconds: 0,
  yellowLaneSeconds: 0,
  redLaneSeconds: 0,
  decisions: 'by-officers',
  officeHours: 'always',
  correspondenceAnswerDays: 15,
  clockSpeed: 1,
}
