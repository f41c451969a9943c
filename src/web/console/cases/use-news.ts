import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

import type { Liveness } from '../../kit/live/live-stream.ts'
import { useLiveStream } from '../../kit/live/use-live-stream.ts'
import { sessionQuery } from '../../kit/session.ts'

/** Figures are asked for again once things have calmed down, not at every change. */
const ASK_AFTER_MS = 1_500

/**
 * Keeps figures about all cases up to date while their page is seen.
 *
 * @returns whether it hears of news at this moment
 */
export function useNews(): Liveness {
  const queries = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const readAnew = () => void queries.invalidateQueries({ queryKey: ['cases'] })
  return useLiveStream({
    path: '/v1/cases/stream',
    events: ['case-changed', 'read-anew'],
    sessionKey: sessionQuery.queryKey,
    onBegin: readAnew,
    onEvent: () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(readAnew, ASK_AFTER_MS)
    },
  })
}
