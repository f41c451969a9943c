import { useEffect, useEffectEvent, useState } from 'react'

import { characterKeysAreOn } from './character-keys.ts'

interface ListKeys {
  readonly count: number
  /** Brings a row into view that may not be drawn yet; a list that is drawn whole needs it not. */
  readonly show?: (index: number) => void
  /** Picks a row, or all as far as it; absent where nothing is picked. */
  readonly toggle?: (index: number, reach: 'one' | 'through') => void
}

/**
 * Walks a list by keys: j and k or the arrows go from row to row, x picks. The focus goes along, on
 * the link of the row, which says its place as `data-row`, so that Enter opens it and screen readers
 * say where one is.
 *
 * @returns the row that one is on; nothing before the first key
 */
export function useListKeys({ count, show, toggle }: ListKeys): number | undefined {
  const [current, setCurrent] = useState<number>()
  const go = (index: number) => {
    const next = Math.max(0, Math.min(count - 1, index))
    setCurrent(next)
    show?.(next)
    // The row may be drawn only after the list has been scrolled to it.
    requestAnimationFrame(() => requestAnimationFrame(() => focusRow(next)))
  }
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isElsewhere(event) || count === 0) return
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      // News can have moved the row that one is on.
      const here = focusedRow() ?? current
      go(here === undefined ? 0 : here + step)
    } else if ((event.key === 'x' || event.key === 'X') && current !== undefined) {
      event.preventDefault()
      toggle?.(current, event.shiftKey ? 'through' : 'one')
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return current
}

function focusRow(index: number): void {
  const row = document.querySelector<HTMLElement>(`[data-row="${index}"]`)
  row?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
}

function focusedRow(): number | undefined {
  const place = document.activeElement?.getAttribute('data-row')
  return typeof place === 'string' ? Number(place) : undefined
}

/**
 * Whether a key is meant for something else: a field that is written in, a dialog, the browser; or for
 * nothing, where single characters are switched off.
 */
export function isElsewhere({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return true
  if (key.length === 1 && !characterKeysAreOn()) return true
  if (!(target instanceof HTMLElement)) return false
  const isField = target.matches('input:not([type=checkbox]), textarea, select, [role=tab]')
  return isField || target.closest('[role=dialog], [role=menu]') !== null
}
