import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { AuthorityView } from '../../../api/authorities.ts'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { relationshipQuery } from './authority-queries.ts'
import { OpenMatters } from './open/OpenMatters.tsx'
import { ResponseTimes } from './times/ResponseTimes.tsx'
import { type Weeks, WeeksChoice } from './WeeksChoice.tsx'

/** What is open with an authority, and how long answers take. */
export function NowPart({ authority }: { readonly authority: AuthorityView }) {
  const [weeks, setWeeks] = useState<Weeks>(12)
  const relationship = useQuery(relationshipQuery(authority.id, weeks))
  const { data } = relationship
  return (
    <Stack gap="xl">
      <ProblemNote error={relationship.error} onRetry={() => void relationship.refetch()} />
      {relationship.isPending && <LoadingRows rows={4} height={80} />}
      {data !== undefined && <OpenMatters matters={data.openMatters} at={data.at} />}
      {data !== undefined && (
        <ResponseTimes
          relationship={data}
          choice={<WeeksChoice weeks={weeks} onChoose={setWeeks} />}
        />
      )}
    </Stack>
  )
}
