import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { gathered } from '../../kit/live/gathered.ts'
import type { Liveness } from '../../kit/live/live-stream.ts'
import { useLiveStream } from '../../kit/live/use-live-stream.ts'
import { sessionQuery } from '../../kit/session.ts'
import { exchangeKey } from './exchange-queries.ts'

/** Many cases change within moments when a channel comes back. */
const READING = { quietMs: 400, mostMs: 2_000 }

/**
 * Reads the exchange anew as soon as a message has been delivered, refused or given up, of which the
 * stream of cases tells; what it does not tell of is looked for every few seconds.
 */
export function useLiveExchange(): Liveness {
  const queries = useQueryClient()
  const [readAnew] = useState(() =>
    gathered(() => void queries.invalidateQueries({ queryKey: exchangeKey }), READING),
  )
  useEffect(() => readAnew.cancel, [readAnew])
  return useLiveStream({
    path: '/v1/cases/stream',
    events: ['case-changed', 'read-anew'],
    sessionKey: sessionQuery.queryKey,
    onBegin: readAnew,
    onEvent: readAnew,
  })
}
