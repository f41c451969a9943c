import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { ActOutcome } from '../../../authority/officers/act.ts'
import { change } from '../../kit/api/ask.ts'
import { useOfficer } from '../desk-session.ts'
import type { ShownDossier } from '../dossier/dossier-query.ts'

/** What an act sends, below the address of the lodgement. */
export interface ActOrder {
  readonly path: string
  readonly body: object
}

/** An act that is being prepared in a form. */
export interface PreparedAct {
  take(order: ActOrder): void
  readonly isBusy: boolean
  readonly error: unknown
  /** What others have entered into the dossier since the form was opened, and nobody has read yet. */
  readonly unread: ShownDossier['history']
  /** Says that what is unread has been read. */
  acknowledge(): void
}

/**
 * Prepares an act on a lodgement. It is decided on the dossier as the officer has read it: what comes
 * in meanwhile has to be read first, and the office refuses what was decided before. What is shown
 * of the lodgement is asked for anew afterwards.
 */
export function useAct(dossier: ShownDossier, onDone: () => void): PreparedAct {
  const queries = useQueryClient()
  const { officer } = useOfficer()
  const { history, register } = dossier
  const last = history.at(-1)?.id
  const [read, setRead] = useState(last)
  const since = history.slice(history.findIndex(({ id }) => id === read) + 1)
  const act = useMutation({
    mutationFn: ({ path, body }: ActOrder) =>
      change<ActOutcome>(`/officers/lodgements/${register.mrn}/${path}`, {
        body,
        ...(last === undefined ? {} : { ifMatch: `"${last}"` }),
      }),
    onSuccess: async () => {
      void queries.invalidateQueries({ queryKey: ['queue'] })
      await queries.invalidateQueries({ queryKey: ['dossier', register.mrn] })
      onDone()
    },
    // A refusal can mean that the dossier has changed; then the form shows by what.
    onError: () => queries.invalidateQueries({ queryKey: ['dossier', register.mrn] }),
  })
  return {
    take: act.mutate,
    isBusy: act.isPending,
    error: act.error,
    unread: since.filter(({ actor }) => actor !== officer),
    acknowledge: () => {
      setRead(last)
      act.reset()
    },
  }
}
