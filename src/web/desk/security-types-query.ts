import { queryOptions } from '@tanstack/react-query'

import type { SecurityTypesAnswer } from '../../authority/api/officers/security-routes.ts'
import { read } from '../kit/api/ask.ts'
import type { Wire } from './wire.ts'

/** For what the office takes security; that changes with the office's data alone. */
export function securityTypesQuery() {
  return queryOptions({
    queryKey: ['security-types'],
    queryFn: ({ signal }) => read<Wire<SecurityTypesAnswer>>('/officers/security-types', signal),
    staleTime: Infinity,
  })
}
