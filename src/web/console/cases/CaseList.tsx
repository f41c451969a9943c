import { Checkbox } from '@mantine/core'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'

import type { CaseSummary } from '../../../api/views/case-summary.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useListKeys } from '../../kit/use-list-keys.ts'
import classes from './CaseList.module.css'
import { CaseRow } from './CaseRow.tsx'
import { columns } from './columns.ts'
import type { Selection } from './use-selection.ts'

const words = {
  list: { en: 'Cases', zh: '案件列表' },
  all: { en: 'Select all cases shown so far', zh: '选择已显示的全部案件' },
}

const ROW_PX = 56
const CARD_PX = 148
/** From how many rows before the end on more are asked for. */
const AHEAD_ROWS = 25

interface CaseListProps {
  readonly items: readonly CaseSummary[]
  /** All cases under the filter, those not read yet included. */
  readonly total: number
  readonly marked: ReadonlySet<string>
  readonly selection: Selection
  readonly isSelectable: boolean
  readonly now: number
  /** Called when the end of what is there comes near. */
  readonly onEndNear: () => void
}

/** The rows that are in view, of however many there are: a table when wide, cards on a phone. */
export function CaseList(props: CaseListProps) {
  const { items, total, marked, selection, isSelectable, now } = props
  const say = useSay()
  const body = useRef<HTMLDivElement>(null)
  const isNarrow = useIsNarrow()
  const offset = useOffset(body)
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => (isNarrow ? CARD_PX : ROW_PX),
    overscan: 12,
    scrollMargin: offset,
    getItemKey: (index) => items[index]?.id ?? index,
  })
  const rows = virtual.getVirtualItems()
  const isEndNear = (rows.at(-1)?.index ?? 0) >= items.length - AHEAD_ROWS
  const { onEndNear } = props
  useLayoutEffect(() => {
    if (isEndNear) onEndNear()
  }, [isEndNear, onEndNear])
  useLayoutEffect(() => virtual.measure(), [virtual, isNarrow])
  const current = useListKeys({
    count: items.length,
    show: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
    toggle: selection.toggle,
  })
  const isAllPicked = items.length > 0 && items.every(({ id }) => selection.ids.has(id))
  return (
    <div
      role="table"
      aria-label={say(words.list)}
      aria-rowcount={total + 1}
      className={classes.table}
      data-selectable={isSelectable}
    >
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={classes.row}>
          {isSelectable && (
            <span role="columnheader" className={classes.pick}>
              <Checkbox
                size="xs"
                {...(isNarrow && { label: say(words.all) })}
                aria-label={say(words.all)}
                checked={isAllPicked}
                indeterminate={!isAllPicked && selection.ids.size > 0}
                onChange={() =>
                  isAllPicked ? selection.clear() : selection.pick(items.map(({ id }) => id))
                }
              />
            </span>
          )}
          {columns.map(({ name, label, side }) => (
            <span key={name} role="columnheader" className={classes[name]} data-side={side}>
              {say(label)}
            </span>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        ref={body}
        className={classes.body}
        style={{ height: virtual.getTotalSize() }}
      >
        {rows.map(({ index, start, size }) => {
          const summary = items[index]
          if (summary === undefined) return null
          return (
            <CaseRow
              key={summary.id}
              summary={summary}
              index={index}
              now={now}
              isMarked={marked.has(summary.id)}
              isCurrent={current === index}
              isPicked={selection.ids.has(summary.id)}
              onPick={isSelectable ? selection.toggle : undefined}
              style={{ height: size, transform: `translateY(${start - offset}px)` }}
            />
          )
        })}
      </div>
    </div>
  )
}

/** Below this width rows become cards, as the style sheet has it. */
const NARROW = '(max-width: 760px)'

function useIsNarrow(): boolean {
  const [isNarrow, setIsNarrow] = useState(() => window.matchMedia(NARROW).matches)
  useLayoutEffect(() => {
    const query = window.matchMedia(NARROW)
    const look = () => setIsNarrow(query.matches)
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  }, [])
  return isNarrow
}

/** How far below the top of the page the rows begin, which changes with what stands above them. */
function useOffset(body: React.RefObject<HTMLDivElement | null>): number {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const look = () => {
      if (body.current === null) return
      setOffset(Math.round(body.current.getBoundingClientRect().top + window.scrollY))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [body])
  return offset
}
