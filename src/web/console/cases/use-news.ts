import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { gathered } from '../../kit/live/gathered.ts'
import type { Liveness } from '../../kit/live/live-stream.ts'
import { useLiveStream } from '../../kit/live/use-live-stream.ts'
import { sessionQuery } from '../../kit/session.ts'

/** Figures are asked for again once things have calmed down, not at every change; and while they never do, now and then. */
const ASKING = { quietMs: 1_500, mostMs: 10_000 }

/**
 * Keeps figures about all cases up to date while their page is seen.
 *
 * @returns whether it hears of news at this moment
 */
export function useNews(): Liveness {
  const queries = useQueryClient()
  const readAnew = () => void queries.invalidateQueries({ queryKey: ['cases'] })
  const [readSoon] = useState(() => gathered(readAnew, ASKING))
  useEffect(() => readSoon.cancel, [readSoon])
  return useLiveStream({
    path: '/v1/cases/stream',
    events: ['case-changed', 'read-anew'],
    sessionKey: sessionQuery.queryKey,
    onBegin: readAnew,
    onEvent: readSoon,
  })
}
