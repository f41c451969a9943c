import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

import { read } from '../kit/api/ask.ts'
import { type Flight, newFlights, type Seen, seenOf } from './flights.ts'
import { type Delivery, type Exchange, type StageMessage, stageMessages } from './stage-messages.ts'

const LOOK_EVERY_MS = 900
const AFTER_REFUSAL_MS = 5_000
const FLIGHT_MS = 2_200

/** The messages of the case on the stage, and those of them that are in the air. */
export interface Traffic {
  readonly messages: readonly StageMessage[]
  readonly flights: readonly Flight[]
  /** Why the messages cannot be read: above all because this browser was signed in elsewhere. */
  readonly error: Error | null
}

/** Looks at what the interface says of the messages of a case, while there is one. */
export function useMessages(caseId: string | undefined): Traffic {
  const { data: messages, error } = useQuery<readonly StageMessage[]>({
    queryKey: ['stage-messages', caseId],
    enabled: caseId !== undefined,
    retry: false,
    refetchInterval: ({ state }) => (state.error === null ? LOOK_EVERY_MS : AFTER_REFUSAL_MS),
    queryFn: ({ signal }) => readMessages(caseId ?? '', signal),
  })
  return { messages: messages ?? none, flights: useFlights(caseId, messages), error }
}

const none: readonly StageMessage[] = []

async function readMessages(caseId: string, signal: AbortSignal): Promise<readonly StageMessage[]> {
  const [exchange, deliveries] = await Promise.all([
    read<Exchange>(`/v1/cases/${caseId}/messages`, signal),
    read<{ items: readonly Delivery[] }>('/v1/deliveries?limit=50', signal),
  ])
  return stageMessages(
    exchange,
    deliveries.items.filter((delivery) => delivery.caseId === caseId),
  )
}

/** What was there before the page looked is no news, and does not fly. */
function useFlights(
  caseId: string | undefined,
  messages: readonly StageMessage[] | undefined,
): readonly Flight[] {
  const [flights, setFlights] = useState<readonly Flight[]>([])
  const before = useRef<{ readonly caseId: string | undefined; readonly seen: Seen }>(undefined)
  useEffect(() => {
    if (messages === undefined) return
    const seen = seenOf(messages)
    const isSameCase = before.current?.caseId === caseId
    const taken = isSameCase ? newFlights(before.current?.seen ?? new Map(), messages) : []
    before.current = { caseId, seen }
    if (taken.length === 0) return
    const ids = new Set(taken.map(({ id }) => id))
    setFlights((flying) => [...flying.filter(({ id }) => !ids.has(id)), ...taken])
    window.setTimeout(() => {
      setFlights((flying) => flying.filter(({ id }) => !ids.has(id)))
    }, FLIGHT_MS)
  }, [caseId, messages])
  return flights
}
