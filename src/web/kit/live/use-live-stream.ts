import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'

import { openLiveStream, type Liveness, type LiveStreamListener } from './live-stream.ts'
import { usePageVisible } from './use-page-visible.ts'

interface LiveStreamOptions extends Pick<LiveStreamListener, 'path' | 'onEvent' | 'onBegin'> {
  readonly events: readonly string[]
  /** Under which key the session is read, which a refusal puts in doubt. */
  readonly sessionKey: QueryKey
}

/**
 * Hears a stream while the page is seen; whenever it is seen again, it begins anew.
 *
 * @returns whether the page hears of news at this moment
 */
export function useLiveStream({
  path,
  events,
  sessionKey,
  ...listener
}: LiveStreamOptions): Liveness {
  const queries = useQueryClient()
  const isVisible = usePageVisible()
  const [state, setState] = useState<Liveness>('opening')
  const onEvent = useEffectEvent(listener.onEvent)
  const onBegin = useEffectEvent(listener.onBegin)
  const onRefused = useEffectEvent(() => {
    void queries.invalidateQueries({ queryKey: sessionKey })
  })
  const eventList = events.join(' ')
  useEffect(() => {
    if (!isVisible) return
    return openLiveStream({
      path,
      events: eventList.split(' '),
      onEvent: (type, data) => onEvent(type, data),
      onBegin: () => onBegin(),
      onRefused: () => onRefused(),
      onState: setState,
    })
  }, [path, eventList, isVisible])
  return state
}
