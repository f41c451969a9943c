import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef, useState } from 'react'

import type { ListColumnView } from '../../../../api/list-columns.ts'
import type { ListDraftRowView, SampledDraftView } from '../../../../api/views/list-draft-view.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { columnLabel } from './column-label.ts'
import { RowOfTable } from './RowOfTable.tsx'
import styles from './rows-table.module.css'

const words = {
  table: { en: 'Rows of the table', zh: '表格各行' },
  row: { en: 'Row', zh: '行' },
  wrong: { en: 'What is wrong', zh: '问题' },
  beyond: { en: 'beyond the headings', zh: '表头之外' },
}

const ROW_PX = 44
/** So many rows before the end the next ones are asked for. */
const AHEAD = 40

/** A new text for a cell, and what stood there. */
export interface CellEdit {
  readonly row: number
  readonly target: { readonly column: string } | { readonly index: number }
  readonly text: string
  readonly before: string
}

/** A column that is shown: one that is read, or whose cells keep their rows from being taken. */
export interface ShownColumn {
  readonly index: number
  readonly label: string
  readonly column?: string
}

/** Which cell is being changed: of a column that is shown, or of one that the table does not have. */
export interface Editing {
  readonly row: number
  readonly place: number | string
}

/** How a cell is left that was being changed: by Enter or Escape, or by going elsewhere. */
export type LeftBy = 'key' | 'going-elsewhere'

interface RowsTableProps {
  readonly draft: SampledDraftView
  readonly columns: readonly ListColumnView[]
  readonly rows: readonly ListDraftRowView[]
  /** Number of all rows that are looked at, those not read yet included. */
  readonly total: number
  /** Absent where the rows are only looked at. */
  readonly onEdit?: (edit: CellEdit) => void
  readonly onEnd: () => void
}

/** Rows by the thousand, of which only those in view are drawn; cells are changed where they stand. */
export function RowsTable({ draft, columns, rows, total, onEdit, onEnd }: RowsTableProps) {
  const say = useSay()
  const box = useRef<HTMLDivElement>(null)
  const { editing, left, begin, leave } = useEditing(box, rows)
  // The compiler leaves this component alone: the rows in view change without a change of props.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  })
  const shown = shownColumns(draft, columns, (label) => say(label))
  const inView = virtual.getVirtualItems()
  const last = inView.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - AHEAD) onEnd()
  }, [last, rows.length, onEnd])
  const template = `4.5rem minmax(16rem, 22rem) repeat(${shown.length}, minmax(9rem, 14rem))`
  return (
    <div
      ref={box}
      className={styles.box}
      role="table"
      aria-label={say(words.table)}
      aria-rowcount={total + 1}
      tabIndex={0}
    >
      <div role="rowgroup" className={styles.head}>
        <div
          role="row"
          aria-rowindex={1}
          className={styles.row}
          style={{ gridTemplateColumns: template }}
        >
          <div role="columnheader">{say(words.row)}</div>
          <div role="columnheader">{say(words.wrong)}</div>
          {shown.map(({ index, label }) => (
            <div role="columnheader" key={index}>
              {label}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {inView.map(({ index, start }) => {
          const row = rows[index]
          return (
            row && (
              <RowOfTable
                key={row.row}
                row={row}
                place={index + 2}
                shown={shown}
                columns={columns}
                style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
                editing={editing?.row === row.row ? editing.place : undefined}
                left={left?.row === row.row ? left.place : undefined}
                onBegin={(place) => begin({ row: row.row, place })}
                onLeave={leave}
                {...(onEdit && { onEdit })}
              />
            )
          )
        })}
      </div>
    </div>
  )
}

/**
 * Which cell is being changed, and which was left by a key: the latter gets the focus back. Where it
 * has gone, as rows do that are mended, the focus goes to the table rather than nowhere.
 */
function useEditing(box: RefObject<HTMLDivElement | null>, rows: readonly ListDraftRowView[]) {
  const [editing, setEditing] = useState<Editing>()
  const [left, setLeft] = useState<Editing>()
  useEffect(() => {
    if (left !== undefined && document.activeElement === document.body) box.current?.focus()
  }, [box, left, rows])
  return {
    ...{ editing, left },
    begin: (cell: Editing) => {
      setEditing(cell)
      setLeft(undefined)
    },
    leave: (by: LeftBy) => {
      setEditing(undefined)
      setLeft(by === 'key' ? editing : undefined)
    },
  }
}

function shownColumns(
  { columns }: SampledDraftView,
  known: readonly ListColumnView[],
  say: (label: { en: string; zh: string }) => string,
): readonly ShownColumn[] {
  const byName = new Map(known.map((column) => [column.name, column]))
  const shown = columns.flatMap(({ column: name, source }, index) => {
    const column = name === undefined ? undefined : byName.get(name)
    if (column !== undefined) {
      const label = say(columnLabel(column))
      return [{ index, label, column: column.name, rank: rankOf(column) }]
    }
    return source === 'beyond-headings' ? [{ index, label: say(words.beyond), rank: 1 }] : []
  })
  return shown.toSorted((left, right) => left.rank - right.rank)
}

/** What each row has of its own stands before what is stated once for many. */
function rankOf({ name, scope }: ListColumnView): number {
  return name === 'order_reference' ? 0 : { line: 2, order: 3, list: 4 }[scope]
}
