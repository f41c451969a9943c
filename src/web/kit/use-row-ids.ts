import { useState } from 'react'

/** Ids of rows that have none of their own, so that each keeps its fields when another one goes. */
export interface RowIds {
  /** One for each row, by place. */
  readonly ids: readonly number[]
  /** Call it together with taking the row away. */
  readonly forget: (index: number) => void
}

/** Gives rows that are only known by their place an id for as long as they are shown. */
export function useRowIds(count: number): RowIds {
  const [known, setKnown] = useState<readonly number[]>(() => fitted([], count))
  const ids = fitted(known, count)
  if (ids !== known) setKnown(ids)
  return { ids, forget: (index) => setKnown(ids.toSpliced(index, 1)) }
}

/** The ids with new ones for rows that came at the end, and without those of rows that went there. */
export function fitted(ids: readonly number[], count: number): readonly number[] {
  if (ids.length === count) return ids
  if (ids.length > count) return ids.slice(0, count)
  const next = Math.max(-1, ...ids) + 1
  const added = Array.from({ length: count - ids.length }, (_, index) => next + index)
  return [...ids, ...added]
}
