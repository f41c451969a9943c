import { useMutation, useQueryClient } from '@tanstack/react-query'

import { change } from '../../kit/api/ask.ts'
import { attachFile } from './attach-file.ts'

/** What an officer does with letters, below the address of all of them. */
export interface LetterOrder {
  readonly path: string
  readonly method?: 'POST' | 'PUT'
  readonly body: object
  readonly files?: readonly File[]
}

/** Where a thread stands after an act. */
export interface LetterOutcome {
  readonly thread: string
  readonly mrn?: string
}

/** Takes an act on letters, with the files that go along; what is shown of them is asked for anew. */
export function useLetterAct(onDone: (outcome: LetterOutcome) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ path, method = 'POST', body, files = [] }: LetterOrder) => {
      const attachments = await Promise.all(files.map(attachFile))
      return change<LetterOutcome>(`/officers/correspondence${path}`, {
        method,
        body: attachments.length === 0 ? body : { ...body, attachments },
      })
    },
    onSuccess: async (outcome) => {
      if (outcome.mrn !== undefined) {
        void queries.invalidateQueries({ queryKey: ['dossier', outcome.mrn] })
      }
      await queries.invalidateQueries({ queryKey: ['letters'] })
      onDone(outcome)
    },
    // A refusal can mean that a colleague was faster; then the page shows how far.
    onError: () => queries.invalidateQueries({ queryKey: ['letters'] }),
  })
}
