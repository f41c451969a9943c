import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'

import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { authoritiesQuery } from './authority-queries.ts'

/** Leads to the first authority; the page of each leads to the others. */
export function AuthoritiesPage() {
  const authorities = useQuery(authoritiesQuery)
  const first = authorities.data?.items[0]
  if (first !== undefined) {
    return <Navigate to="/authorities/$authority" params={{ authority: first.id }} replace />
  }
  return (
    <>
      <ProblemNote error={authorities.error} onRetry={() => void authorities.refetch()} />
      {authorities.isPending && <LoadingRows rows={3} />}
    </>
  )
}
