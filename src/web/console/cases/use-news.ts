import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Figures are asked for again once things have calmed down, not at every change. */
const ASK_AFTER_MS = 1_500

/** Keeps figures about all cases up to date while their page is open. */
export function useNews(): void {
  const queries = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const askSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        void queries.invalidateQueries({ queryKey: ['cases'] })
      }, ASK_AFTER_MS)
    }
    const stream = new EventSource('/v1/cases/stream')
    stream.addEventListener('case-changed', askSoon)
    stream.addEventListener('read-anew', askSoon)
    return () => {
      stream.close()
      clearTimeout(timer)
    }
  }, [queries])
}
