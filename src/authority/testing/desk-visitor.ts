import type { OpenAuthority } from './trader.ts'

/** An officer who has signed in at the desk of an office under test, as a browser would. */
export interface DeskVisitor {
  /** The `Cookie` header that the browser would send. */
  readonly cookie: string
  /** Sends a request from a page of the desk, or from another page where that is said. */
  send(method: string, path: string, options?: VisitOptions): Promise<Response>
}

/** What a request carries besides the session. */
export interface VisitOptions {
  readonly body?: object | Buffer
  readonly headers?: Readonly<Record<string, string>>
  /** The page that it comes from; the desk unless stated, `none` for no `Origin` at all. */
  readonly origin?: string
}

/** Where the desk's pages are; the address that the links name. */
export function deskOrigin(authority: Pick<OpenAuthority, 'url'>): string {
  return `http://localhost:${new URL(authority.url).port}`
}

/** Has the office's software make a link, and gives the secret that stands in it. */
export async function secretOfLink(
  authority: OpenAuthority,
  officer: { readonly name: string; readonly role?: 'head' | 'officer' },
): Promise<string> {
  const answer = await authority.officer('POST', '/sign-in-links', officer)
  const { url } = (await answer.json()) as { url: string }
  return new URL(url).hash.slice(1)
}

/** Opens a link as its page does. */
export function redeem(
  authority: OpenAuthority,
  token: string,
  origin: string = deskOrigin(authority),
): Promise<Response> {
  return fetch(`${authority.url}/officers/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ token }),
  })
}

/** Signs an officer in by a link. */
export async function visitDesk(
  authority: OpenAuthority,
  officer: { readonly name: string; readonly role?: 'head' | 'officer' },
): Promise<DeskVisitor> {
  const opened = await redeem(authority, await secretOfLink(authority, officer))
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    cookie,
    send: (method, path, { body, headers = {}, origin = deskOrigin(authority) } = {}) =>
      fetch(`${authority.url}/officers${path}`, {
        method,
        headers: {
          cookie,
          ...(origin === 'none' ? {} : { origin }),
          ...(body === undefined || Buffer.isBuffer(body)
            ? {}
            : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
      }),
  }
}
