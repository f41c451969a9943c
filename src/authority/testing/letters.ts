import { sha256Hex } from '../../platform/ids.ts'
import type { ChangeView, ThreadView } from '../correspondence/view-thread.ts'
import type { OpenAuthority } from './trader.ts'

const JSON_BODY = { 'content-type': 'application/json' }

/** A file as it goes with a letter. */
export function attached(name: string, mediaType: string, content: string) {
  const bytes = Buffer.from(content)
  return { name, mediaType, sha256: sha256Hex(bytes), content: bytes.toString('base64') }
}

/** The letter box of an office under test, as the trader's software uses it. */
export function letterBoxOf(authority: OpenAuthority, headers: Record<string, string> = {}) {
  const post = (path: string, letter: object) =>
    authority.send(`/correspondence${path}`, JSON.stringify(letter), { ...JSON_BODY, ...headers })
  const get = async <Answer>(path: string) =>
    (await (await authority.ask(`/correspondence${path}`)).json()) as Answer
  return {
    open: (letter: object) => post('/threads', letter),
    write: (thread: string, letter: object) => post(`/threads/${thread}/messages`, letter),
    thread: (thread: string) => get<ThreadView>(`/threads/${thread}`),
    changes: (after = '0', limit = 100) =>
      get<{ readonly changes: readonly ChangeView[]; readonly next: string }>(
        `/changes?after=${after}&limit=${limit}`,
      ),
  }
}
