import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { caseKey } from './case-queries.ts'
import { followCase, gathered } from './follow-case.ts'

/**
 * Keeps everything that the page shows of a case up to date.
 *
 * @param version the version first read, from which on events are news; undefined until it is known
 * @returns whether the page hears of news at this moment
 */
export function useLiveCase(caseId: string, version: number | undefined): 'live' | 'waiting' {
  const queries = useQueryClient()
  const [state, setState] = useState<'live' | 'waiting'>('waiting')
  const [first, setFirst] = useState<number>()
  if (first === undefined && version !== undefined) setFirst(version)
  useEffect(() => {
    if (first === undefined) return
    const leaving = new AbortController()
    const onNews = gathered(() => void queries.invalidateQueries({ queryKey: caseKey(caseId) }))
    void followCase(caseId, first, { signal: leaving.signal, onNews, onState: setState })
    return () => leaving.abort()
  }, [caseId, first, queries])
  return state
}
