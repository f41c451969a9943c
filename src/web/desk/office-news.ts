import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/**
 * Keeps what is shown true: as soon as the office tells that lodgements have changed, the queue and
 * their dossiers are asked for again. After a lost connection all of them are, for news was missed.
 */
export function useOfficeNews(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const stream = new EventSource('/officers/stream')
    let wasLost = false
    const refresh = (mrns: readonly string[]): void => {
      void queries.invalidateQueries({ queryKey: ['queue'] })
      void queries.invalidateQueries({ queryKey: ['accounts'] })
      for (const mrn of mrns) void queries.invalidateQueries({ queryKey: ['dossier', mrn] })
    }
    stream.addEventListener('lodgements', ({ data }: MessageEvent<string>) => {
      refresh((JSON.parse(data) as { readonly mrns: readonly string[] }).mrns)
    })
    stream.addEventListener('error', () => {
      wasLost = true
    })
    stream.addEventListener('open', () => {
      if (!wasLost) return
      wasLost = false
      void queries.invalidateQueries({ queryKey: ['dossier'] })
      refresh([])
    })
    return () => stream.close()
  }, [queries])
}
