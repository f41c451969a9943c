import { useEffect, useState } from 'preact/hooks'

import type { TrackedParcel } from '../../api/tracking.ts'
import { isEmbedded } from '../kit/embedded.ts'

/** What the page knows: a parcel, that there is none, or nothing yet. */
export type Found =
  | { readonly kind: 'looking' }
  | { readonly kind: 'parcel'; readonly parcel: TrackedParcel; readonly isStale: boolean }
  | { readonly kind: 'no-parcel' }
  | { readonly kind: 'no-answer' }

/** Inside the live stage the page is looked at while things happen; elsewhere it is looked in on. */
const LOOK_AGAIN_AFTER_MS = isEmbedded ? 2_500 : 10_000
const AFTER_A_FAILURE_MS = 20_000

type Look = { readonly kind: 'no-parcel' | 'no-answer' } | { readonly parcel: TrackedParcel }

/** The parcel behind a link, kept up to date while the page is in view. */
export function useParcel(token: string): Found {
  const [found, setFound] = useState<Found>({ kind: 'looking' })
  useEffect(() => {
    let timer: number | undefined
    let isLeft = false
    const lookAgain = async (): Promise<void> => {
      const seen = document.hidden ? undefined : await look(token)
      if (isLeft) return
      if (seen !== undefined) setFound((before) => after(before, seen))
      if (seen !== undefined && 'kind' in seen && seen.kind === 'no-parcel') return
      const hasFailed = seen !== undefined && 'kind' in seen
      timer = window.setTimeout(
        () => void lookAgain(),
        hasFailed ? AFTER_A_FAILURE_MS : LOOK_AGAIN_AFTER_MS,
      )
    }
    const onReturn = (): void => {
      if (document.hidden) return
      window.clearTimeout(timer)
      void lookAgain()
    }
    document.addEventListener('visibilitychange', onReturn)
    void lookAgain()
    return () => {
      isLeft = true
      window.clearTimeout(timer)
      document.removeEventListener('visibilitychange', onReturn)
    }
  }, [token])
  return found
}

/** What was seen before stays in view while the connection is away. */
function after(before: Found, seen: Look): Found {
  if ('parcel' in seen) return { kind: 'parcel', parcel: seen.parcel, isStale: false }
  if (seen.kind === 'no-answer' && before.kind === 'parcel') return { ...before, isStale: true }
  return { kind: seen.kind }
}

async function look(token: string): Promise<Look> {
  try {
    const answer = await fetch(`/v1/track/${encodeURIComponent(token)}`, { cache: 'no-store' })
    if (answer.status === 404 || answer.status === 400) return { kind: 'no-parcel' }
    if (!answer.ok) return { kind: 'no-answer' }
    return { parcel: (await answer.json()) as TrackedParcel }
  } catch {
    return { kind: 'no-answer' }
  }
}
