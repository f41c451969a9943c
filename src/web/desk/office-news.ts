import { useQueryClient } from '@tanstack/react-query'

import type { Liveness } from '../kit/live/live-stream.ts'
import { useLiveStream } from '../kit/live/use-live-stream.ts'
import { deskSessionQuery } from './desk-session.ts'

/**
 * Keeps what is shown true: as soon as the office tells that lodgements have changed, the queue and
 * their dossiers are asked for again; all dossiers are, where news may have been missed.
 *
 * @returns whether the desk hears of news at this moment
 */
export function useOfficeNews(): Liveness {
  const queries = useQueryClient()
  const refresh = (dossiers: readonly (readonly string[])[]): void => {
    for (const queryKey of [['queue'], ['accounts'], ['letters'], ...dossiers]) {
      void queries.invalidateQueries({ queryKey })
    }
  }
  const readAnew = () => refresh([['dossier']])
  return useLiveStream({
    path: '/officers/stream',
    events: ['lodgements', 'read-anew'],
    sessionKey: deskSessionQuery.queryKey,
    onBegin: readAnew,
    onEvent: (type, data) => {
      if (type === 'read-anew') return readAnew()
      const { mrns } = JSON.parse(data) as { readonly mrns: readonly string[] }
      refresh(mrns.map((mrn) => ['dossier', mrn]))
    },
  })
}
