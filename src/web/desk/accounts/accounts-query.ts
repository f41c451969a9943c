import { queryOptions } from '@tanstack/react-query'

import type { ShownDossier } from '../dossier/dossier-query.ts'
import { read } from '../../kit/api/ask.ts'

/** A deferment account as the office answers it. */
export type DeferralAccount = ShownDossier['accounts'][number]

/** All deferment accounts. */
export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal }) =>
    read<{ readonly accounts: readonly DeferralAccount[] }>('/officers/deferment-accounts', signal),
})
