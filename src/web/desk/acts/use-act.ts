import { useMutation, useQueryClient } from '@tanstack/react-query'

import type { ActOutcome } from '../../../authority/officers/act.ts'
import { change } from '../../kit/api/ask.ts'

/** What an act sends, below the address of the lodgement. */
export interface ActOrder {
  readonly path: string
  readonly body: object
}

/** Takes acts on a lodgement; what is shown of it is asked for anew afterwards. */
export function useAct(mrn: string, onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ path, body }: ActOrder) =>
      change<ActOutcome>(`/officers/lodgements/${mrn}/${path}`, { body }),
    onSuccess: async () => {
      void queries.invalidateQueries({ queryKey: ['queue'] })
      await queries.invalidateQueries({ queryKey: ['dossier', mrn] })
      onDone()
    },
  })
}
