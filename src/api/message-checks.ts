import { Type } from 'typebox'

import {
  checkMessage,
  type MessageCheckBasis,
} from '../customs/formats/uk-cds/message/check-message.ts'
import {
  recogniseMessage,
  type RecognisedMessage,
} from '../customs/formats/uk-cds/message/message-kind.ts'
import { readRecognised } from '../customs/formats/uk-cds/message/read-message.ts'
import { localDate } from '../customs/order/schema.ts'
import type { Failure, Failures } from '../customs/result.ts'
import { readXml, type XmlFailure } from '../customs/xml/read-xml.ts'
import type { XmlElement } from '../customs/xml/xml-element.ts'
import { askedDay } from './http/asked-day.ts'
import { Refusal } from './http/refusal.ts'
import { together, type ApiRoutes } from './http/route.ts'
import { messageCheckSchema, messageReadingSchema } from './views/message-view.ts'

/** A declaration of 999 goods items has less. */
const BODY_LIMIT_BYTES = 4 * 1024 * 1024

const bodySchema = Type.Object(
  { text: Type.String({ minLength: 1, description: 'the message, as it was or will be sent' }) },
  { additionalProperties: false },
)

const tags = ['authority']

const readMessages: ApiRoutes = (server, ports) => {
  const { declarationCategories, authorityErrors, interfaceErrors } = ports.clearance.reference
  const reference = {
    categories: declarationCategories,
    errorTexts: authorityErrors,
    responseErrorTexts: interfaceErrors,
  }
  server.post(
    '/v1/messages/read',
    {
      bodyLimit: BODY_LIMIT_BYTES,
      schema: {
        tags,
        summary: 'Say what a message of the British authority says',
        description:
          'Any message of the Customs Declaration Service, of either direction, with namespaces or ' +
          'without, in any envelope. Nothing is kept.',
        body: bodySchema,
        response: { 200: messageReadingSchema },
      },
      config: { admit: 'cases.read', changes: 'nothing' },
    },
    ({ body }) => {
      const read = readRecognised(recognised(body.text).message, reference)
      if (!read.ok) throw notUnderstood(read.failures)
      return read.value
    },
  )
}

const checkMessages: ApiRoutes = (server, ports) => {
  const { declarationCategories: categories, declarationCodes: codes } = ports.clearance.reference
  server.post(
    '/v1/messages/check',
    {
      bodyLimit: BODY_LIMIT_BYTES,
      schema: {
        tags,
        summary: 'Say what speaks against a message to the British authority',
        description:
          'Structure by our own tables, declarations also by the rules and code lists of their data ' +
          'set on the day. What cannot be judged from a message alone is a notice. Nothing is kept.',
        querystring: Type.Object({ on: Type.Optional(localDate) }),
        body: bodySchema,
        response: { 200: messageCheckSchema },
      },
      config: { admit: 'cases.read', changes: 'nothing' },
    },
    ({ body, query }) => {
      const basis: MessageCheckBasis = {
        ...{ on: askedDay(query, ports.clock), codes, categories },
        ...(query.on !== undefined && { lodgedOn: query.on }),
      }
      const { document, message } = recognised(body.text)
      return checkMessage(document, message, basis)
    },
  )
}

/** Messages by themselves, for whoever looks into one: nothing is stored. */
export const messageCheckRoutes = together(readMessages, checkMessages)

function recognised(text: string): {
  readonly document: XmlElement
  readonly message: RecognisedMessage
} {
  const document = readXml(text)
  if (!document.ok) throw notUnderstood(document.failures)
  const message = recogniseMessage(document.value)
  if (!message.ok) throw notUnderstood(message.failures)
  return { document: document.value, message: message.value }
}

/** The refusal of a message, with the place in it in words: problem documents have none of their own. */
function notUnderstood(failures: Failures): Refusal {
  const [first, ...others] = failures
  return new Refusal([atPlace(first), ...others.map(atPlace)])
}

function atPlace(failure: Failure): Failure {
  const { line, column } = failure as Partial<XmlFailure>
  const { message, mend = 'Correct it there, or send the message as it was.' } = failure
  const zh = failure.zh ?? {
    message: '该文档不是可以读取的 XML。',
    mend: '请更正此处，或发送原报文。',
  }
  if (line === undefined || column === undefined) return { ...failure, path: '/text', mend, zh }
  return {
    code: failure.code,
    path: '/text',
    message: `Line ${line}, column ${column}: ${message}`,
    mend,
    zh: { ...zh, message: `第${line}行第${column}列：${zh.message}` },
  }
}
