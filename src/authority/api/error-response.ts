import type { FastifyReply } from 'fastify'
import { node, writeXml } from '../xml/write-xml.ts'

/** An error of the message interface: HTTP status, HMRC's code, text, and details where there are. */
export interface InterfaceError {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly details?: readonly { readonly code: string; readonly message: string }[]
}

/** The errors of HMRC's API that this interface gives, with HMRC's codes. */
export const interfaceErrors = {
  MISSING_CREDENTIALS: {
    status: 401,
    code: 'MISSING_CREDENTIALS',
    message: 'Authentication information is not provided',
  },
  INVALID_CREDENTIALS: {
    status: 401,
    code: 'INVALID_CREDENTIALS',
    message: 'Invalid Authentication information provided',
  },
  tokenOfApplication: {
    status: 401,
    code: 'INCORRECT_ACCESS_TOKEN_TYPE',
    message: 'The access token type used is not supported when invoking the API',
  },
  invalidScope: {
    status: 403,
    code: 'INVALID_SCOPE',
    message: 'Cannot access the required resource. Ensure this token has all the required scopes.',
  },
  acceptHeader: {
    status: 406,
    code: 'ACCEPT_HEADER_INVALID',
    message: 'The accept header is missing or invalid',
  },
  contentType: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'The content type header is missing or invalid',
  },
  notXml: {
    status: 400,
    code: 'BAD_REQUEST',
    message: 'Request body does not contain a well-formed XML document.',
  },
  badRequest: { status: 400, code: 'BAD_REQUEST', message: 'The request is not valid' },
  noDeclaration: { status: 404, code: 'CDS60001', message: 'Declaration not found' },
  notFound: { status: 404, code: 'NOT_FOUND', message: 'Resource was not found' },
  tooLarge: { status: 413, code: 'PAYLOAD_TOO_LARGE', message: 'The payload is too large' },
  throttled: {
    status: 429,
    code: 'MESSAGE_THROTTLED_OUT',
    message: 'The request for the API is throttled as you have exceeded your quota.',
  },
  internal: { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Internal server error' },
} as const satisfies Record<string, InterfaceError>

/**
 * The 400 for XML that is well-formed but has not the structure of its message. Faults of content
 * are never answered here: they come later as a notification 03.
 */
export function schemaError(details: InterfaceError['details'] = []): InterfaceError {
  return {
    status: 400,
    code: 'BAD_REQUEST',
    message: 'Payload is not valid according to schema',
    details,
  }
}

/** Answers with an `errorResponse` document. */
export function replyError(reply: FastifyReply, error: InterfaceError): FastifyReply {
  const details = error.details ?? []
  const body = node('errorResponse', [
    node('code', error.code),
    node('message', error.message),
    details.length === 0
      ? undefined
      : node(
          'errors',
          details.map((detail) =>
            node('error', [node('code', detail.code), node('message', detail.message)]),
          ),
        ),
  ])
  return replyXml(reply.status(error.status), writeXml(body))
}

/**
 * Sends written XML with the media type of HMRC's API; the status is what the reply has already,
 * 200 unless it was set.
 */
export function replyXml(reply: FastifyReply, body: string): FastifyReply {
  return reply.header('content-type', 'application/xml; charset=UTF-8').send(body)
}
