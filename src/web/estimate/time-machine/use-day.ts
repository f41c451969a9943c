import { useEffect, useEffectEvent, useState } from 'react'

import type { PlainSearch } from '../plain-search.ts'
import { useGo } from '../places.tsx'

/** Dragging is over when nothing moved for so long. */
const PAUSE_MS = 250

/**
 * A day that is dragged and stands in the address under a name. It follows the hand at once; the
 * address follows when the hand rests, in the place of what it said, so that the way back leads
 * out of the page rather than from day to day.
 */
export function useDay(
  stated: string,
  { name, search }: { readonly name: 'day' | 'than'; readonly search: PlainSearch },
): readonly [string, (day: string) => void] {
  const go = useGo()
  const [day, setDay] = useState(stated)
  const [seen, setSeen] = useState(stated)
  if (seen !== stated) {
    setSeen(stated)
    setDay(stated)
  }
  const settle = useEffectEvent(() => {
    if (day !== stated) go({ to: '/time-machine', search: { ...search, [name]: day } }, 'in-place')
  })
  useEffect(() => {
    const timer = setTimeout(settle, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [day])
  return [day, setDay]
}
