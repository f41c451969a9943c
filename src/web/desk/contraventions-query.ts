import { queryOptions } from '@tanstack/react-query'

import type { ContraventionsAnswer } from '../../authority/api/officers/penalty-routes.ts'
import { read } from '../kit/api/ask.ts'
import type { Wire } from './wire.ts'

/** For what the office warns or penalises; that changes with the office's data alone. */
export function contraventionsQuery() {
  return queryOptions({
    queryKey: ['contraventions'],
    queryFn: ({ signal }) => read<Wire<ContraventionsAnswer>>('/officers/contraventions', signal),
    staleTime: Infinity,
  })
}
