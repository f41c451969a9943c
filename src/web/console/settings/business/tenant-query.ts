import { queryOptions } from '@tanstack/react-query'

import type { TenantView } from '../../../../api/tenant.ts'
import { read } from '../../../kit/api/ask.ts'

/** The own business before customs. */
export const tenantQuery = queryOptions({
  queryKey: ['tenant'],
  queryFn: ({ signal }) => read<TenantView>('/v1/tenant', signal),
})
