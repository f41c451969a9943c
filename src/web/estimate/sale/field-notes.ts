import type { Failure } from '../../../customs/result.ts'
import { problemOf } from '../../kit/api/problem.ts'

type ShownFailure = Pick<Failure, 'code' | 'path' | 'message' | 'mend' | 'zh'>

/** What is wrong with a sale, by the place that it speaks of. */
export type FieldNotes = ReadonlyMap<string, readonly ShownFailure[]>

/** The failures of a refused sale by their places; none where it was not refused. */
export function fieldNotesOf(error: unknown): FieldNotes {
  const notes = new Map<string, readonly ShownFailure[]>()
  if (error === null || error === undefined) return notes
  for (const failure of problemOf(error).failures) {
    // Of a sale that is asked about for many days the places begin with its name.
    const place = failure.path.replace(/^\/sale(?=\/)/, '')
    notes.set(place, [...(notes.get(place) ?? []), failure])
  }
  return notes
}

/** The notes at a place and at the places inside it, such as the currency of an amount. */
export function notesAt(notes: FieldNotes, place: string): readonly ShownFailure[] {
  return [...notes]
    .filter(([path]) => path === place || path.startsWith(`${place}/`))
    .flatMap(([, found]) => found)
}
