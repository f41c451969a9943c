import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'

import { refuse } from './refusal.ts'

/** The ETag of a resource: the number of its version, or the hash of what it holds. */
export function entityTag(version: number | string): string {
  return `"${version}"`
}

/**
 * The version that an edit was made on, from `If-Match`. An edit without it is refused: it would
 * overwrite what somebody else has changed in the meantime.
 */
export function expectedVersion(request: FastifyRequest): number {
  const header = request.headers['if-match']
  if (header === undefined) {
    return refuse({
      code: 'if-match-missing',
      path: '',
      message: 'The request does not say which version it changes.',
      mend: 'Read the resource and send its ETag as If-Match.',
      zh: {
        message: '请求没有说明更改的是哪个版本。',
        mend: '请先读取该内容，并将其 ETag 作为 If-Match 发送。',
      },
    })
  }
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1]
  if (version !== undefined) return Number(version)
  return refuse({
    code: 'precondition-failed',
    path: '',
    message: `If-Match is ${JSON.stringify(header)}, which is no ETag of this resource.`,
    mend: 'Send the ETag as it came with the resource, quotes included.',
    zh: {
      message: `If-Match 为 ${JSON.stringify(header)}，不是该内容的 ETag。`,
      mend: '请原样发送读取时得到的 ETag，包括引号。',
    },
  })
}

/** The answer 304, which has no body. */
export const notModified = Type.Null({ description: 'you have the present version' })

/** Sends the ETag and tells whether the caller already has this version, to be answered with 304. */
export function hasPresent(
  request: FastifyRequest,
  reply: FastifyReply,
  version: number | string,
): boolean {
  const tag = entityTag(version)
  // Private: it is one tenant's. No-cache: it may be kept, and asked again for each time.
  reply.header('etag', tag).header('cache-control', 'private, no-cache')
  const known = (request.headers['if-none-match'] ?? '').split(',').map((entry) => entry.trim())
  return known.some((entry) => entry === tag || entry === `W/${tag}`)
}
