import { Type, type Static } from 'typebox'

import type { Immutable } from '../../customs/immutable.ts'
import { oneOf } from '../../customs/order/schema.ts'
import type { Failure } from '../../customs/result.ts'
import type { FoundMessage } from '../../exchange/find-messages.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Row } from '../../platform/postgres/index.ts'
import { bilingualText, instant, link, sha256 } from '../http/schema.ts'
import { meaningOfKind, sentKinds } from './explain-sent.ts'

type SentState = Row<'exchange_message'>['state']

/** What may have become of a message of ours. */
export const sentStates = [
  ...(['due', 'sending', 'unknown', 'sent', 'refused', 'dead', 'set-aside'] as const),
] as const satisfies readonly SentState[]

/** What may come of an attempt to bring a message to an authority. */
export const attemptOutcome = oneOf(
  ['delivered', 'known', 'refused', 'not-sent', 'unknown', 'abandoned'],
  'known: the authority had the message already; not-sent: it surely has not; unknown: it may have ' +
    'it; abandoned: the sender did not come back',
)

const mending = oneOf(
  ['replay', 'case', 'none'],
  'how it is mended: `replay` it (or set it aside), change what its `case` says, or nothing is to do',
)

/** What the list of messages shows of each. */
export const exchangeMessageProperties = {
  id: Type.String(),
  channel: Type.String({ description: 'the way to the authority' }),
  kind: oneOf(sentKinds, 'what was sent'),
  meaning: bilingualText,
  caseId: Type.Optional(Type.String({ description: 'absent of a letter about no case' })),
  caseReference: Type.Optional(Type.String()),
  lrn: Type.String(),
  subject: Type.String(),
  state: oneOf(sentStates, 'what became of it'),
  attempts: Type.Integer({ description: 'since it was committed or sent again by a person' }),
  lastError: Type.Optional(Type.String({ description: 'why the latest attempt failed' })),
  conversationId: Type.Optional(Type.String()),
  createdAt: instant,
  sentAt: Type.Optional(instant),
  nextAttemptAt: Type.Optional(instant),
  waitsFor: Type.Optional(
    oneOf(
      ['connection'],
      'what has to be done before it can go out; absent where it needs nothing',
    ),
  ),
  mending,
  replacedBy: Type.Optional(
    Type.String({ description: 'the message that the case has sent in its place' }),
  ),
  sha256,
  bytes: Type.Integer({ description: 'size of the message; 0 once it was erased' }),
  body: link,
}

/** A message of ours in the list of all. */
export const exchangeMessageSchema = Type.Object(exchangeMessageProperties, {
  title: 'ExchangeMessage',
  description: 'a message to an authority, and what became of it',
})

/** The type of {@link exchangeMessageSchema}. */
export type ExchangeMessageView = Immutable<Static<typeof exchangeMessageSchema>>

/** Shows a message as the list does; what exactly it says stands in its bytes. */
export function exchangeMessageView(row: FoundMessage): ExchangeMessageView {
  const { id, channel, kind, lrn, subject, state, attempts, sha256 } = row
  return {
    ...{ id, channel, kind, lrn, subject, state, attempts, sha256 },
    meaning: meaningOfKind(kind),
    ...(row.case_id !== null && { caseId: row.case_id }),
    ...(row.case_reference !== null && { caseReference: row.case_reference }),
    ...(row.last_error !== null && { lastError: row.last_error }),
    ...(row.conversation_id !== null && { conversationId: row.conversation_id }),
    createdAt: instantOf(row.created_at),
    ...(row.sent_at !== null && { sentAt: instantOf(row.sent_at) }),
    ...((state === 'due' || state === 'unknown') && { nextAttemptAt: instantOf(row.due_at) }),
    ...(row.waits_for !== null && { waitsFor: row.waits_for }),
    mending: mendingOf(row),
    ...(row.replaced_by !== null && { replacedBy: row.replaced_by }),
    bytes: row.byte_count,
    body: messageBodyPath(row),
  }
}

/** A file for the authority lies in the outbox as an envelope around it, a letter as a whole. */
export function mediaTypeOfSent(kind: FoundMessage['kind']): string {
  return kind === 'document' || kind === 'letter' ? 'application/json' : 'application/xml'
}

/** The failure of asking for bytes that are gone. */
export const erasedMessage: Failure = {
  code: 'not-found',
  path: '',
  message: 'The bytes of this message were erased together with the personal data in them.',
  mend: 'Its hash in the list of messages still shows that it is the one that was sent.',
  zh: {
    message: '该报文的原文已随其中的个人数据一并删除。',
    mend: '报文列表中的哈希值仍可证明发送的就是该报文。',
  },
}

/** Where the exact bytes of a message are read. */
export function messageBodyPath({ id, case_id }: Pick<FoundMessage, 'id' | 'case_id'>): string {
  return case_id === null
    ? `/v1/exchange/messages/${id}/body`
    : `/v1/cases/${case_id}/messages/${id}/body`
}

/** What the authority refused is mended where it was said wrongly, which is the case. */
function mendingOf({ state, replaced_by, is_erased }: FoundMessage) {
  if (state === 'dead') return is_erased ? 'none' : 'replay'
  return state === 'refused' && replaced_by === null ? 'case' : 'none'
}
