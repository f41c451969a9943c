import cookie from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

import type { OpenedSession } from '../../access/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { ApiServer } from './route.ts'

const NAME = 'tidewaiter_session'

/** Lets requests show cookies and answers set them. */
export async function readCookies(server: ApiServer): Promise<void> {
  await server.register(cookie)
}

/** Where the cookie is good: its name and its attributes follow from our public address. */
interface CookiePlace {
  readonly publicUrl: string
}

/**
 * The name of the cookie. Over https the prefix `__Host-` makes browsers refuse one that another host
 * of the domain has set. Cookies know no ports, so the officers' desk has another name.
 */
export function sessionCookieName({ publicUrl }: CookiePlace): string {
  return isSecure(publicUrl) ? `__Host-${NAME}` : NAME
}

/** The secret of the session that a request shows. */
export function sessionSecretOf(request: FastifyRequest, place: CookiePlace): string | undefined {
  return request.cookies[sessionCookieName(place)]
}

/** Hands the secret of a new session to the browser, out of the reach of scripts. */
export function giveSessionCookie(
  reply: FastifyReply,
  { publicUrl, clock }: CookiePlace & { readonly clock: Clock },
  { secret, endsAt }: OpenedSession,
): void {
  const lifeMs = Date.parse(endsAt) - Date.parse(clock.now())
  reply.setCookie(sessionCookieName({ publicUrl }), secret, {
    ...attributes(publicUrl),
    maxAge: Math.floor(lifeMs / 1000),
  })
}

/** Takes the cookie back. */
export function takeSessionCookie(reply: FastifyReply, { publicUrl }: CookiePlace): void {
  reply.clearCookie(sessionCookieName({ publicUrl }), attributes(publicUrl))
}

function attributes(publicUrl: string) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(publicUrl) } as const
}

function isSecure(publicUrl: string): boolean {
  return /^https:/i.test(publicUrl)
}
