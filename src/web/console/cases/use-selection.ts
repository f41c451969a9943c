import { useMemo, useRef, useState } from 'react'

/** Which cases are picked for an action. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  /** Picks a row or lets it go; with `through` all rows from the last one touched up to this. */
  readonly toggle: (index: number, reach: 'one' | 'through') => void
  readonly pick: (ids: readonly string[]) => void
  readonly clear: () => void
}

/**
 * Picking rows of a list whose ids stand in the order shown. What is not in the list is not picked:
 * nobody sees it there, so nobody means it.
 *
 * @param list tells one list from another, for instance by its filter: another one begins anew
 */
export function useSelection(ids: readonly string[], list: string): Selection {
  const [kept, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [keptOf, setKeptOf] = useState(list)
  if (keptOf !== list) {
    setKeptOf(list)
    setPicked(new Set())
  }
  const picked = useMemo(() => new Set(ids.filter((id) => kept.has(id))), [ids, kept])
  const lastIndex = useRef(0)
  return {
    ids: picked,
    toggle: (index, reach) => {
      const id = ids[index]
      if (id === undefined) return
      const from = reach === 'through' ? Math.min(lastIndex.current, index) : index
      const to = reach === 'through' ? Math.max(lastIndex.current, index) : index
      const touched = ids.slice(from, to + 1)
      const isAdded = !picked.has(id)
      setPicked((before) => {
        const after = new Set(before)
        for (const each of touched) {
          if (isAdded) after.add(each)
          else after.delete(each)
        }
        return after
      })
      lastIndex.current = index
    },
    pick: (chosen) => setPicked(new Set(chosen)),
    clear: () => setPicked(new Set()),
  }
}
