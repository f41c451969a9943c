import { queryOptions } from '@tanstack/react-query'

import type { DeskThread } from '../../../authority/correspondence/view-at-desk.ts'
import type { ThreadLine, ThreadViewName } from '../../../authority/store/correspondence-list.ts'
import { read } from '../../kit/api/ask.ts'
import type { Wire } from '../wire.ts'
import type { LettersSearch } from './letters-search.ts'

/** One line of the list of letters, as the desk reads it. */
export type ShownLine = Wire<ThreadLine>
/** A thread as the desk reads it. */
export type ShownThread = Wire<DeskThread>

/** The list of letters with how many each view has. */
export interface ShownLetters {
  readonly threads: readonly ShownLine[]
  readonly counts: Readonly<Record<ThreadViewName, number>>
}

/** How many lines one look shows. */
const MOST_LINES = 200

/** The letters that are looked at. */
export function lettersQuery(search: LettersSearch) {
  const { view = 'office', kind, find } = search
  return listQuery({
    view,
    ...(kind !== undefined && { kind }),
    ...(find !== undefined && { search: find }),
  })
}

/** The letters about one declaration. */
export function lettersAboutQuery(mrn: string) {
  return listQuery({ view: 'all', mrn })
}

function listQuery(fields: Readonly<Record<string, string>>) {
  const query = new URLSearchParams({ ...fields, limit: String(MOST_LINES) }).toString()
  return queryOptions({
    queryKey: ['letters', 'list', query],
    queryFn: ({ signal }) => read<ShownLetters>(`/officers/correspondence?${query}`, signal),
  })
}

/** A thread with its letters. */
export function threadQuery(thread: string) {
  return queryOptions({
    queryKey: ['letters', 'thread', thread],
    queryFn: ({ signal }) => read<ShownThread>(`/officers/correspondence/${thread}`, signal),
  })
}

/** To whom the office can write about no declaration in particular. */
export const correspondentsQuery = queryOptions({
  queryKey: ['letters', 'correspondents'],
  queryFn: ({ signal }) =>
    read<{ readonly correspondents: readonly { clientId: string; name: string }[] }>(
      '/officers/correspondents',
      signal,
    ),
})
