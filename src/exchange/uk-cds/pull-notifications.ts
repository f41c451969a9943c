import type { HttpOutcome } from '../../platform/http/index.ts'
import type { Fetching, Setback } from '../channel.ts'
import type { Turns } from '../turns.ts'
import { type AuthorisedOutcome, ofApplication, sendAuthorised } from './authorised-request.ts'
import type { UkCdsConnection } from './channel.ts'
import { notificationHeaders } from './headers.ts'
import { readNotificationPaths } from './read-answers.ts'
import { unfinishedBy } from './submission-outcome.ts'

/** What notifications are fetched with. */
export type Puller = Pick<UkCdsConnection, 'http' | 'baseUrl' | 'access' | 'clock'> & {
  readonly turns: Turns
}

/** A notification as it was fetched. */
export interface FetchedNotification {
  readonly bytes: Buffer
  /** Where the answer names it; HMRC's documents do not say that it does. */
  readonly conversationId?: string
}

/** What fetching one notification has come to; `gone` where HMRC does not have it any more. */
export type Fetched =
  | ({ readonly kind: 'fetched' } & FetchedNotification)
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly setback: Setback }

/**
 * Fetches what HMRC holds of one conversation, pulled before or not: its push may have failed to bring it.
 * What cannot be had now has been announced, and is collected later.
 *
 * @returns what stood in the way, where something did
 */
export async function pullConversation(
  puller: Puller,
  conversationId: string,
  { begin, take }: Pick<Fetching, 'begin' | 'take'>,
): Promise<Setback | undefined> {
  const path = `/notifications/conversationId/${encodeURIComponent(conversationId)}`
  const list = await get(puller, path)
  if (list.kind !== 'answered' || list.status !== 200) return setbackOf(puller, list)
  let setback: Setback | undefined
  for (const id of notificationIds(list)) {
    await begin(id)
    const fetched = await fetchNotification(puller, id)
    if (fetched.kind === 'fetched') await take(id, fetched.bytes)
    if (fetched.kind === 'failed') setback = fetched.setback
  }
  return setback
}

/** The ids of all that nobody has pulled yet, or why they cannot be had. */
export async function listUnpulled(
  puller: Puller,
): Promise<readonly string[] | { readonly setback: Setback }> {
  const list = await get(puller, '/notifications/unpulled')
  const isList = list.kind === 'answered' && list.status === 200
  return isList ? notificationIds(list) : { setback: setbackOf(puller, list) }
}

/**
 * Fetches one notification. Fetching it is what moves it to the pulled ones, so one that was fetched
 * before, and perhaps lost on the way, is found there.
 */
export async function fetchNotification(puller: Puller, id: string): Promise<Fetched> {
  const unpulled = await get(puller, `/notifications/unpulled/${id}`)
  if (!isElsewhere(unpulled)) return fetchingOf(puller, unpulled)
  const pulled = await get(puller, `/notifications/pulled/${id}`)
  return isElsewhere(pulled) ? { kind: 'gone' } : fetchingOf(puller, pulled)
}

/** 400 says that it is among the others, 404 that it is nowhere. */
function isElsewhere(outcome: AuthorisedOutcome): boolean {
  return outcome.kind === 'answered' && (outcome.status === 400 || outcome.status === 404)
}

function setbackOf({ clock }: Puller, outcome: AuthorisedOutcome): Setback {
  return outcome.kind === 'answered' ? unfinishedBy(outcome, new Date(clock.now())) : outcome
}

function fetchingOf(puller: Puller, outcome: AuthorisedOutcome): Fetched {
  if (outcome.kind !== 'answered' || outcome.status !== 200) {
    return { kind: 'failed', setback: setbackOf(puller, outcome) }
  }
  const conversationId = outcome.headers['x-conversation-id']
  return {
    kind: 'fetched',
    bytes: Buffer.from(outcome.body),
    ...(conversationId !== undefined && { conversationId }),
  }
}

function get(puller: Puller, path: string): Promise<AuthorisedOutcome> {
  return sendAuthorised(puller, ofApplication(puller.access), {
    method: 'GET',
    url: `${puller.baseUrl}${path}`,
    headers: notificationHeaders,
  })
}

const ID_AT_END = /\/([0-9A-Za-z-]{1,64})\/?$/

/** Of each link only the id counts: which list it leads to may change before it is followed. */
function notificationIds({ body }: Extract<HttpOutcome, { kind: 'answered' }>): readonly string[] {
  return readNotificationPaths(Buffer.from(body)).flatMap((path) => ID_AT_END.exec(path)?.[1] ?? [])
}
