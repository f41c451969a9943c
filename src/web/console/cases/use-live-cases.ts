import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import type { CaseSummary } from '../../../api/views/case-summary.ts'
import { gathered } from '../../kit/live/gathered.ts'
import type { Liveness } from '../../kit/live/live-stream.ts'
import { useLiveStream } from '../../kit/live/use-live-stream.ts'
import { sessionQuery } from '../../kit/session.ts'
import { filterOf, type ListSearch } from './list-search.ts'
import { isWithin } from './list-order.ts'
import { showChange, wouldBeListed } from './live-cases.ts'

/** How long a row that has changed is marked. */
const MARKED_MS = 2_500
/** Counts are asked for again once things have calmed down; and while they never do, now and then. */
const COUNTING = { quietMs: 1_500, mostMs: 10_000 }

/** What has changed while the list is looked at. */
export interface LiveCases {
  /** Whether the lists hear of changes at this moment. */
  readonly state: Liveness
  /** Cases whose row has just changed. */
  readonly marked: ReadonlySet<string>
  /** Cases that would stand in the list and do not yet: nothing jumps before somebody asks for it. */
  readonly fresh: ReadonlySet<string>
  readonly showFresh: () => void
}

/** What the list has read so far. */
export interface ShownCases {
  readonly ids: ReadonlySet<string>
  /** The case after which there are more to read; absent where there are none. */
  readonly last?: CaseSummary | undefined
}

/** Keeps the lists up to date while the page is seen. */
export function useLiveCases(search: ListSearch, shown: ShownCases): LiveCases {
  const queries = useQueryClient()
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const [countAgain] = useState(() =>
    gathered(() => void queries.invalidateQueries({ queryKey: ['cases', 'counts'] }), COUNTING),
  )
  useEffect(() => countAgain.cancel, [countAgain])
  // What would stand in one list says nothing of another.
  const filter = JSON.stringify(filterOf(search))
  const [freshUnder, setFreshUnder] = useState(filter)
  if (freshUnder !== filter) {
    setFreshUnder(filter)
    setFresh(new Set())
  }

  const change = (changed: CaseSummary) => {
    countAgain()
    if (shown.ids.has(changed.id)) {
      showChange(queries, changed)
      setMarked((before) => new Set([...before, changed.id]))
      setTimeout(() => setMarked((before) => without(before, changed.id)), MARKED_MS)
    } else if (wouldBeListed(search, changed) && isWithin(search.sort, changed, shown.last)) {
      setFresh((before) => new Set([...before, changed.id]))
    } else {
      setFresh((before) => without(before, changed.id))
    }
  }
  const readAnew = () => void queries.invalidateQueries({ queryKey: ['cases'] })
  const state = useLiveStream({
    path: '/v1/cases/stream',
    events: ['case-changed', 'read-anew'],
    sessionKey: sessionQuery.queryKey,
    onBegin: readAnew,
    onEvent: (type, data) => {
      if (type === 'read-anew') readAnew()
      else change(JSON.parse(data) as CaseSummary)
    },
  })

  return {
    state,
    marked,
    fresh: new Set([...fresh].filter((id) => !shown.ids.has(id))),
    showFresh: () => {
      setFresh(new Set())
      void queries.invalidateQueries({ queryKey: ['cases'] })
    },
  }
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  if (!set.has(id)) return set
  return new Set([...set].filter((each) => each !== id))
}
