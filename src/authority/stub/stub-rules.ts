import { readFileSync } from 'node:fs'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'

const toldCode = Type.Enum([
  ...['01', '02', '03', '05', '06', '08', '09', '10', '13', '14', '15', '16', '17', '18', '51'],
] as const)
const told = Type.Array(toldCode)
const letter = Type.String({ pattern: '^[A-Z]$' })
const errorCode = Type.String({ pattern: '^CDS\\d{5}$' })

const answer = Type.Object({
  /** Whether the acceptance, as the type of the declaration has it, goes before. */
  first: Type.Enum(['acceptance', 'nothing']),
  then: told,
})

const stubRulesSchema = Type.Object({
  about: Type.String(),
  source: Type.String(),
  /** Last letters of the type of a declaration, data element 1/2. */
  typeEndings: Type.Object({
    accepted: Type.Array(letter),
    registeredThenAccepted: Type.Array(letter),
  }),
  /** By the first letter of the LRN. */
  letters: Type.Record(letter, answer),
  /** By a longer beginning of the LRN, which goes before its letter. */
  beginnings: Type.Record(Type.String(), told),
  otherwise: answer,
  /** After these a digit in the second place is a delay in seconds. */
  delayLetters: Type.Array(letter),
  rejection: Type.Object({
    codes: Type.Array(errorCode),
    otherwise: errorCode,
    pointer: Type.String(),
  }),
  transportIdentities: Type.Record(
    Type.String(),
    Type.Enum([
      'silent',
      'amendment-denied',
      'amendment-unanswered',
      'amendment-rejected',
      'amended-by-customs',
    ]),
  ),
  externalAmendment: Type.Object({
    afterSeconds: Type.Integer({ minimum: 0 }),
    pointer: Type.String(),
  }),
  /** The third character of the LRN of a cancellation that is granted. */
  cancellationGrantedBy: letter,
})

/** By which signs in a message an office that answers like HMRC's test stub chooses its answer. */
export type StubRules = Static<typeof stubRulesSchema>

/** What such an office can tell of a declaration. */
export type StubCode = Static<typeof toldCode>

/**
 * Reads the rules once, when the office opens.
 * @throws when the file is missing or has another form
 */
export function loadStubRules(file: string): StubRules {
  return Value.Parse(stubRulesSchema, JSON.parse(readFileSync(file, 'utf8')))
}
