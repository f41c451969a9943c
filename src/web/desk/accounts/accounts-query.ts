import { queryOptions } from '@tanstack/react-query'

import type { ListedAccount } from '../../../authority/store/account-store.ts'
import { read } from '../../kit/api/ask.ts'
import type { Wire } from '../wire.ts'

/** A deferment account as the office answers it. */
export type DeferralAccount = Wire<ListedAccount>

/** All deferment accounts. */
export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal }) =>
    read<{ readonly accounts: readonly DeferralAccount[] }>('/officers/deferment-accounts', signal),
})
