import type { LocalDate } from '../customs/calendar/local-date.ts'
import {
  checkMessage,
  type MessageCheck,
  type MessageFinding,
} from '../customs/formats/uk-cds/message/check-message.ts'
import {
  recogniseMessage,
  type RecognisedMessage,
} from '../customs/formats/uk-cds/message/message-kind.ts'
import { type Result, success } from '../customs/result.ts'
import { contentToWrite } from '../customs/xml/content-to-write.ts'
import { readXml } from '../customs/xml/read-xml.ts'
import { writeXml } from '../customs/xml/write-xml.ts'
import type { XmlElement } from '../customs/xml/xml-element.ts'
import type { CompiledSchema } from '../platform/schema-folder.ts'
import type { MessageFacts } from './message-facts.ts'
import type { OfficialSchemas } from './official-schemas.ts'

/** What messages are judged by. */
export interface MessageJudges {
  readonly on: LocalDate
  /** The day on which messages are lodged, where it is stated. */
  readonly lodgedOn?: LocalDate
  readonly facts: MessageFacts
  readonly schemas: OfficialSchemas
}

/** A check with, where an official schema is at hand, both verdicts on the structure. */
export interface JudgedMessage extends MessageCheck {
  readonly verdicts?: { readonly structure: boolean; readonly schema: boolean }
}

/**
 * Judges a message by our structure and rules, and by the official schema of its kind where the
 * operator has laid one into the folder of schemas.
 *
 * @returns failures with line and column where the document is no message that is known
 */
export function judgeMessage(
  message: Uint8Array | string,
  { facts, schemas, ...days }: MessageJudges,
): Result<JudgedMessage> {
  const document = readXml(message)
  if (!document.ok) return document
  const recognised = recogniseMessage(document.value)
  if (!recognised.ok) return recognised
  const check = checkMessage(document.value, recognised.value, { ...days, ...facts })
  const schema = schemas(check.kind)
  if (schema === undefined) return success(check)
  return success(withSchema(check, complaintsOf(schema, message, document.value, recognised.value)))
}

/** A schema judges what a community system carries, not what it has put around; that has no lines. */
function complaintsOf(
  schema: CompiledSchema,
  message: Uint8Array | string,
  document: XmlElement,
  { message: carried }: RecognisedMessage,
): readonly MessageFinding[] {
  const isWhole = carried === document
  const judged = isWhole ? message : writeXml(contentToWrite(carried))
  return schema.complaints(judged).map((complaint) => ({
    severity: 'error',
    from: 'schema',
    path: '',
    message: complaint.message,
    ...(isWhole && { line: complaint.line }),
  }))
}

function withSchema(check: MessageCheck, complaints: readonly MessageFinding[]): JudgedMessage {
  const structure = !check.findings.some(({ from }) => from === 'structure')
  const schema = complaints.length === 0
  return {
    ...check,
    valid: check.valid !== false && schema,
    verdicts: { structure, schema },
    findings: [
      ...check.findings,
      ...complaints,
      ...(structure === schema ? [] : [verdictsDiffer(structure)]),
    ],
  }
}

function verdictsDiffer(structure: boolean): MessageFinding {
  const [ours, theirs] = structure ? ['accepts', 'refuses'] : ['refuses', 'accepts']
  const [oursZh, theirsZh] = structure ? ['接受', '拒绝'] : ['拒绝', '接受']
  return {
    id: 'verdicts-differ',
    severity: 'warning',
    from: 'check',
    path: '',
    message: `Our structure ${ours} the message and the official schema ${theirs} it.`,
    mend: 'The schema is another version, or our tables are wrong: compare the findings of both.',
    zh: {
      message: `我方结构表${oursZh}该报文，而官方模式${theirsZh}。`,
      mend: '可能是模式版本不同，或我方结构表有误：请比较双方的检查结果。',
    },
  }
}
