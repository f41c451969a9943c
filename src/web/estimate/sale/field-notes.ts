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
    const place = placeOfField(failure.path)
    const before = notes.get(place) ?? []
    notes.set(place, place === CURRENCY ? [failure] : [...before, failure])
  }
  return notes
}

/** Where a form has one field for the currency of all amounts. */
export const CURRENCY = '/currency'

/** Of a sale that is asked about for many days the places begin with its name. */
function placeOfField(path: string): string {
  return path.endsWith(CURRENCY) ? CURRENCY : path.replace(/^\/sale(?=\/)/, '')
}

/** The notes at a place and at the places inside it, such as the amount of a price. */
export function notesAt(notes: FieldNotes, place: string): readonly ShownFailure[] {
  return [...notes]
    .filter(([path]) => path === place || path.startsWith(`${place}/`))
    .flatMap(([, found]) => found)
}
