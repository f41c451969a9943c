import { Type, type Static } from 'typebox'

const seconds = (maximum: number) => Type.Integer({ minimum: 0, maximum })

/** What can be set about the office while it runs; each has the value that it starts with. */
export const settingsSchema = Type.Object(
  {
    processingDelaySeconds: seconds(86_400),
    arrivalExpirySeconds: seconds(31_536_000),
    paymentReminderSeconds: seconds(31_536_000),
    documentRequestSeconds: seconds(31_536_000),
    /** Messages a second from one application; 0 sets no limit. */
    requestLimitPerSecond: Type.Integer({ minimum: 0, maximum: 10_000 }),
    pushes: Type.Enum(['on', 'off']),
    /** `stub`: as HMRC's public test stub does, by the LRN; nothing is checked or assessed. */
    answers: Type.Enum(['realistic', 'stub']),
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
  paymentReminderSeconds: DAY,
  documentRequestSeconds: 10 * DAY,
  requestLimitPerSecond: 0,
  pushes: 'on',
  answers: 'realistic',
}
