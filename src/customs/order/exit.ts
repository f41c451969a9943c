import { Type } from 'typebox'
import { DESCRIPTION_ZH } from '../checked-reader.ts'
import { countryCode, eori, money, oneOf, text } from './schema.ts'

/** A container in which the goods leave, with its seals. */
const containerSchema = Type.Object(
  {
    id: text(17, 'number of the container'),
    seals: Type.Array(text(20, 'what is stamped on the seal'), { maxItems: 99 }),
  },
  { additionalProperties: false },
)

/** What customs judge the safety of an exit by. */
const safetySchema = Type.Object(
  {
    carrierEori: eori,
    /** Data element 4/2. */
    freightPayment: oneOf(
      ['A', 'B', 'C', 'D', 'H', 'Y', 'Z'],
      'how the carriage is paid: A cash, B card, C cheque, D other, H electronic transfer, Y account with the carrier, Z not prepaid',
    ),
    routing: Type.Array(countryCode, {
      minItems: 2,
      maxItems: 99,
      description: 'countries on the way, from where the goods leave to their destination',
      [DESCRIPTION_ZH]: '途经国家，自起运国至目的国',
    }),
  },
  { additionalProperties: false },
)

/** Why goods that came in go back. */
export const returnReason = oneOf(
  ['rejected', 'other'],
  'rejected: defective or not as agreed, to be repaid their duty; other: any other return',
)

/** Goods that came in, and now go back to where they were sent from. */
const returnSchema = Type.Object(
  {
    importMrn: Type.String({
      pattern: '^\\d{2}[A-Z]{2}[0-9A-Z]{14}$',
      description: 'MRN of the declaration by which the goods came in, 18 characters',
      [DESCRIPTION_ZH]: '货物进口申报的 MRN，18个字符',
    }),
    reason: returnReason,
  },
  { additionalProperties: false },
)

/** How goods leave, as far as it does not follow from a case that they came in by. */
export const statedExit = {
  /** An order may come without it; the declaration asks for it. */
  office: Type.Optional(
    Type.String({
      pattern: '^[A-Z]{2}[0-9A-Z]{6}$',
      description: 'customs office of exit, such as GB000084',
      [DESCRIPTION_ZH]: '出境海关代码，如 GB000084',
    }),
  ),
  safety: Type.Optional(safetySchema),
  containers: Type.Optional(Type.Array(containerSchema, { maxItems: 99 })),
  masterReference: Type.Optional(text(35, 'master consignment reference (MUCR)')),
  /** Up to where the goods leave, as far as the prices do not hold it; `"0"` is a fact. */
  carriageToBorder: Type.Optional(money),
  /** From where the goods leave, as far as the prices hold it, with duty that they hold. */
  carriageBeyondBorder: Type.Optional(money),
}

/**
 * What only goods that leave the country of the authority have: how, by which office, and what they
 * are worth there. None of it is ever filled in.
 */
export const exitSchema = Type.Object(
  { ...statedExit, returnOf: Type.Optional(returnSchema) },
  { additionalProperties: false, description: 'facts of goods that are exported' },
)
