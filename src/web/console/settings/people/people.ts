import { queryOptions } from '@tanstack/react-query'

import type { PersonView } from '../../../../api/people.ts'
import { change, read } from '../../../kit/api/ask.ts'

/** The people of the business, the newest first. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => read<{ items: readonly PersonView[] }>('/v1/people', signal),
  // Whoever has invited somebody waits for them to come in.
  refetchInterval: 10_000,
})

/** What of a person can be edited; what is absent stays as it is. */
export interface PersonEdit {
  readonly name?: string
  readonly email?: string | null
  readonly role?: PersonView['role']
  readonly state?: 'enabled' | 'disabled'
}

/** Changes a person, if nobody else has done so since they were read. */
export function changePerson({ id, version }: PersonView, edit: PersonEdit): Promise<PersonView> {
  const ifMatch = `"${version}"`
  return change<PersonView>(`/v1/people/${id}`, { method: 'PATCH', ifMatch, body: edit })
}
