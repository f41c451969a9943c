import { sha256Hex } from '../../platform/ids.ts'
import type { Setback } from '../channel.ts'
import { readChangesPage, readLetterChange, type LetterChange } from '../letters/letter-change.ts'
import type { LettersCollected, ReceivedAttachment, TakeLetters } from '../letters/letter-box.ts'
import { ofApplication, sendAuthorised } from '../uk-cds/authorised-request.ts'
import type { UkLettersConnection } from './channel.ts'
import { UK_LETTERS } from './channel-name.ts'
import { jsonOf, letterSetback } from './letter-outcome.ts'

const PAGE = 100

/** So that one look ends well within the turn of its node; the rest comes at the next. */
const PAGES_MAX = 5

/** An answer with what it holds, or why there is none. */
type Asked =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'failed'; readonly setback: Setback }

/** Why a look ends before all was read. */
type End = Pick<LettersCollected, 'why' | 'setback'>

/**
 * Reads what has changed since the cursor, in its order. Each change is stored, with the cursor behind it
 * and the papers of its letter, before the next is looked at.
 */
export async function collectChanges(
  connection: UkLettersConnection,
  take: TakeLetters,
): Promise<LettersCollected> {
  const counts = { taken: 0, aside: 0 }
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const cursor = await take.cursor()
    const after = cursor === undefined ? '' : `after=${encodeURIComponent(cursor)}&`
    const asked = await ask(connection, `changes?${after}limit=${PAGE}`)
    if (asked.kind === 'failed') return { ...counts, ...endOf(asked.setback) }
    const read = readChangesPage(jsonOf(asked.bytes))
    if (!read.ok) return { ...counts, why: 'the office answered with no page of changes' }
    for (const change of read.value.changes) {
      const end = await takeChange(connection, take, change, counts)
      if (end !== undefined) return { ...counts, ...end }
    }
    if (read.value.changes.length < PAGE) break
  }
  return counts
}

/** @returns why the look ends here; undefined where it goes on */
async function takeChange(
  connection: UkLettersConnection,
  take: TakeLetters,
  raw: unknown,
  counts: { taken: number; aside: number },
): Promise<End | undefined> {
  const read = readLetterChange(raw)
  if (!read.ok) {
    const cursor = cursorOf(raw)
    if (cursor === undefined) return { why: 'a change of the office names no cursor' }
    const why = `a change of the office cannot be read: ${read.failures[0].path} ${read.failures[0].message}`
    await take.refuse(Buffer.from(JSON.stringify(raw)), why, cursor)
    counts.aside += 1
    return undefined
  }
  const attachments = await fetchAttachments(connection, read.value)
  if (!('papers' in attachments)) return attachments
  const { change: cursor, ...change } = read.value
  const receipt = await take.take({
    ...{ channel: UK_LETTERS, change, cursor: String(cursor) },
    attachments: attachments.papers,
  })
  if (receipt === 'later') {
    return { why: 'a letter of ours is still under way that may have opened a thread' }
  }
  counts[receipt === 'stray' ? 'aside' : 'taken'] += 1
  return undefined
}

function cursorOf(raw: unknown): string | undefined {
  const { change } = (raw ?? {}) as { readonly change?: unknown }
  return typeof change === 'string' || typeof change === 'number' ? String(change) : undefined
}

async function fetchAttachments(
  connection: UkLettersConnection,
  { message }: LetterChange,
): Promise<{ readonly papers: readonly ReceivedAttachment[] } | End> {
  const papers: ReceivedAttachment[] = []
  for (const { id, name, mediaType, sha256 } of message?.attachments ?? []) {
    const asked = await ask(connection, `attachments/${encodeURIComponent(id)}`)
    if (asked.kind === 'failed') {
      const { setback } = asked
      return { setback, why: `${name} could not be fetched: ${setback.why}` }
    }
    if (sha256Hex(asked.bytes) !== sha256) {
      return { why: `${name} came with other bytes than the office has announced` }
    }
    papers.push({ name, mediaType, bytes: asked.bytes })
  }
  return { papers }
}

async function ask(
  { http, turns, baseUrl, access, clock }: UkLettersConnection,
  path: string,
): Promise<Asked> {
  const outcome = await sendAuthorised({ http, turns }, ofApplication(access), {
    method: 'GET',
    url: `${baseUrl}/correspondence/${path}`,
  })
  if (outcome.kind !== 'answered') return { kind: 'failed', setback: outcome }
  if (outcome.status === 200) return { kind: 'bytes', bytes: Buffer.from(outcome.body) }
  return { kind: 'failed', setback: letterSetback(outcome, new Date(clock.now())) }
}

function endOf(setback: Setback): End {
  return { why: setback.why, setback }
}
