import { settableClock, type SettableClock } from '../../platform/clock.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { createLog } from '../../platform/log.ts'
import type { Settings } from '../processing/settings.ts'
import { startAuthority, type Authority, type AuthorityOptions } from '../start-authority.ts'
import { DECLARANT, DEFERMENT_ACCOUNT } from './hand-written-h1.ts'

/** What the office under test takes from officers; a test can show another to be turned away. */
export const OFFICER_TOKEN = 'officer-token-of-the-tests'

/** A day for which the office has rates of exchange. */
export const TODAY = '2026-09-10T10:00:00.000Z' as Instant

type Headers = Readonly<Record<string, string>>

/** An authority that runs in the test's process, with one registered trader and one account. */
export interface OpenAuthority {
  readonly url: string
  readonly clock: SettableClock
  /** The login of its database, for looking at what is really stored. */
  readonly databaseUrl: string
  /** Sends a message as the trader. */
  send(path: string, body: string, headers?: Record<string, string>): Promise<Response>
  ask(path: string): Promise<Response>
  officer(method: string, path: string, body?: object, headers?: Headers): Promise<Response>
  /** Changes some of the office's settings, as its head would. */
  set(change: Partial<Settings>): Promise<Response>
  /** The bodies of a conversation's notifications, once the last of them has the function code. */
  notifications(conversationId: string, until: string): Promise<readonly string[]>
  /** Drops the running office and starts another on the same database. */
  restart(): Promise<void>
  close(): Promise<void>
}

/**
 * How a test wants its office: options of the authority itself, and facts of the one trader it
 * knows.
 */
export interface OpenOptions extends Partial<AuthorityOptions> {
  /** An empty database, which goes when the office is closed. */
  readonly database: { readonly ownerUrl: string; drop(): Promise<void> }
  /** Where notifications are pushed to; without it the trader only pulls. */
  readonly callbackUrl?: string
  /** Limit of the deferment account in pounds; so high that it covers everything unless stated. */
  readonly limitGbp?: string
}

/**
 * Opens an office on an empty database and registers its trader and account through the officers'
 * interface, as people would. Its clock stands at {@link TODAY} until the test moves it.
 */
export async function openAuthority(options: OpenOptions): Promise<OpenAuthority> {
  const clock = settableClock(TODAY)
  let authority = await start(options, clock)
  const officer: OpenAuthority['officer'] = (method, path, body, headers = {}) =>
    fetch(`${authority.url}/officers${path}`, {
      method,
      headers: {
        authorization: `Bearer ${OFFICER_TOKEN}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const token = await registerTrader(officer, options)
  const traderHeaders = {
    authorization: `Bearer ${token}`,
    accept: 'application/vnd.hmrc.3.0+xml',
  }
  const ask: OpenAuthority['ask'] = (path) =>
    fetch(`${authority.url}${path}`, { headers: traderHeaders })
  return {
    get url() {
      return authority.url
    },
    clock,
    databaseUrl: options.database.ownerUrl,
    ask,
    officer,
    set: async (change) => {
      const settings = (await (await officer('GET', '/settings')).json()) as Settings
      return officer('PUT', '/settings', { officer: 'Head', settings: { ...settings, ...change } })
    },
    send: (path, body, headers = {}) =>
      fetch(`${authority.url}${path}`, {
        method: 'POST',
        headers: {
          ...traderHeaders,
          'content-type': 'application/xml; charset=UTF-8',
          ...headers,
        },
        body,
      }),
    notifications: (conversationId, until) => waitForNotifications(ask, conversationId, until),
    restart: async () => {
      await authority.close()
      authority = await start(options, clock)
    },
    close: async () => {
      await authority.close()
      await options.database.drop()
    },
  }
}

/** Makes the trader known and opens its account; gives what the trader shows from then on. */
async function registerTrader(
  officer: OpenAuthority['officer'],
  { callbackUrl, limitGbp = '1000000' }: OpenOptions,
): Promise<string> {
  const registered = await officer('POST', '/applications', {
    clientId: 'trader',
    name: 'Trader under test',
    ...(callbackUrl !== undefined && { callbackUrl, callbackToken: 'callback-token-0123456789' }),
  })
  await officer('POST', '/deferment-accounts', {
    number: DEFERMENT_ACCOUNT,
    holderEori: DECLARANT,
    name: 'Declarant under test',
    limitGbp,
  })
  return ((await registered.json()) as { token: string }).token
}

async function start(
  { database, ...options }: OpenOptions,
  clock: SettableClock,
): Promise<Authority> {
  const started = await startAuthority({
    databaseUrl: database.ownerUrl,
    port: 0,
    clock,
    log: createLog({ name: 'authority', level: 'fatal' }),
    officerToken: OFFICER_TOKEN,
    restMs: 20,
    ...options,
  })
  if (!started.ok) throw new Error(started.failures[0].message)
  return started.value
}

const PATIENCE_MS = 15_000

async function waitForNotifications(
  ask: OpenAuthority['ask'],
  conversationId: string,
  until: string,
): Promise<readonly string[]> {
  const deadline = performance.now() + PATIENCE_MS
  const bodies = new Map<string, string>()
  for (;;) {
    const list = await (await ask(`/notifications/conversationId/${conversationId}`)).text()
    for (const [, which, id] of list.matchAll(
      /\/notifications\/(unpulled|pulled)\/([0-9a-f-]{36})/g,
    )) {
      if (!bodies.has(id!))
        bodies.set(id!, await (await ask(`/notifications/${which}/${id}`)).text())
    }
    const all = [...bodies.values()]
    if (all.some((body) => functionCode(body) === until)) return all
    if (performance.now() > deadline) {
      throw new Error(`no ${until} came, only ${all.map(functionCode).join(' ') || 'nothing'}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/**
 * The function code of a notification, such as `09`; empty where it has none. The first one in the
 * text is that of the response, as those of a declaration inside come later.
 */
export function functionCode(notification: string): string {
  return /<FunctionCode>(\d+)</.exec(notification)?.[1] ?? ''
}

/** The text of the first element of that name in a notification. */
export function firstText(notification: string | undefined, element: string): string | undefined {
  return new RegExp(`<${element}(?: [^>]*)?>([^<]*)<`).exec(notification ?? '')?.[1]
}

/** The conversation under which a message was taken; empty where it was refused at the door. */
export function conversationOf(response: Response): string {
  return response.headers.get('x-conversation-id') ?? ''
}
