import { queryOptions } from '@tanstack/react-query'

import type { Dossier } from '../../../authority/store/dossier-store.ts'
import { read } from '../../kit/api/ask.ts'
import type { Wire } from '../wire.ts'

/** A dossier as the desk reads it. */
export type ShownDossier = Wire<Dossier>

/** The dossier of an MRN. */
export function dossierQuery(mrn: string) {
  return queryOptions({
    queryKey: ['dossier', mrn],
    queryFn: ({ signal }) => read<ShownDossier>(`/officers/lodgements/${mrn}`, signal),
  })
}
