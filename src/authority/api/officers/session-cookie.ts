import type { FastifyReply } from 'fastify'
import { SESSION_SECONDS } from '../../sign-in/desk-session.ts'
import type { DeskSite } from './desk-site.ts'

/** The cookie that carries the secret of an officer's session. */
export const SESSION_COOKIE = 'tidewaiter_desk'

/** Only the officers' interface needs the cookie; the doors of traders never see it. */
const PATH = '/officers'

/** Gives the browser its session: no script reads it, and no other site's request carries it. */
export function giveCookie(reply: FastifyReply, site: DeskSite, secret: string): void {
  void reply.setCookie(SESSION_COOKIE, secret, { ...attributes(site), maxAge: SESSION_SECONDS })
}

/** Takes the session's cookie back. */
export function takeCookie(reply: FastifyReply, site: DeskSite): void {
  void reply.clearCookie(SESSION_COOKIE, attributes(site))
}

function attributes(site: DeskSite) {
  const secure = site.origin.startsWith('https:')
  return { path: PATH, httpOnly: true, sameSite: 'strict', secure } as const
}
