import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { gathered } from '../../kit/live/gathered.ts'
import { usePageVisible } from '../../kit/live/use-page-visible.ts'
import { sessionQuery } from '../../kit/session.ts'
import { caseKey } from './case-queries.ts'
import { type CaseLiveness, followCase } from './follow-case.ts'

/** Events of one change come together and are read together. */
const READING = { quietMs: 150, mostMs: 1_000 }

/**
 * Keeps everything that the page shows of a case up to date while it is seen.
 *
 * @param version the version first read, from which on events are news; undefined until it is known
 * @returns whether the page hears of news at this moment
 */
export function useLiveCase(caseId: string, version: number | undefined): CaseLiveness {
  const queries = useQueryClient()
  const [state, setState] = useState<CaseLiveness>('waiting')
  const isVisible = usePageVisible()
  const [first, setFirst] = useState<number>()
  if (first === undefined && version !== undefined) setFirst(version)
  useEffect(() => {
    if (first === undefined || !isVisible) return
    const leaving = new AbortController()
    const readAgain = () => void queries.invalidateQueries({ queryKey: caseKey(caseId) })
    const onNews = gathered(readAgain, READING)
    const onRefused = () => {
      void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
    }
    const { signal } = leaving
    void followCase(caseId, first, { signal, onNews, onRefused, onState: setState })
    return () => leaving.abort()
  }, [caseId, first, isVisible, queries])
  return state
}
