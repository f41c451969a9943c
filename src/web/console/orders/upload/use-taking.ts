import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import type { TakenOrdersView } from '../../../../api/list-drafts.ts'
import { change } from '../../../kit/api/ask.ts'
import { draftQuery } from './draft-queries.ts'

const ORDERS_AT_A_TIME = 50

/**
 * Takes the orders of a table in, some at a time so that a bar can tell how far it is, until none is
 * ready, nothing comes of it any more, or somebody stops it.
 */
export function useTaking(draftId: string, onTaken: (taken: TakenOrdersView) => void) {
  const queries = useQueryClient()
  const { queryKey } = draftQuery(draftId)
  const isToStop = useRef(false)
  const [isStopping, setIsStopping] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      for (;;) {
        const taken = await change<TakenOrdersView>(`/v1/list-drafts/${draftId}/orders`, {
          body: { limit: ORDERS_AT_A_TIME },
        })
        queries.setQueryData(queryKey, (seen) => seen && { ...seen, ...taken.draft })
        onTaken(taken)
        const cameOfIt = taken.orders.length + taken.refused
        if (isToStop.current || taken.draft.rows.ready === 0 || cameOfIt === 0) return
      }
    },
    onSettled: () => {
      setIsStopping(false)
      return Promise.all([
        queries.invalidateQueries({ queryKey: [...queryKey, 'rows'] }),
        queries.invalidateQueries({ queryKey: ['orders'] }),
        queries.invalidateQueries({ queryKey: ['cases'] }),
      ])
    },
  })
  return {
    isPending,
    isStopping,
    error,
    begin: () => {
      isToStop.current = false
      mutate()
    },
    /** What has been asked for already is still taken. */
    stop: () => {
      isToStop.current = true
      setIsStopping(true)
    },
  }
}
