import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useRef, useState, type CSSProperties } from 'react'

import type { ListColumnView } from '../../../../api/list-columns.ts'
import type { ListDraftRowView } from '../../../../api/views/list-draft-view.ts'
import { failureText } from '../../../kit/words/failure-text.ts'
import { useLanguage, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { columnLabel } from './column-label.ts'
import type { CellEdit, LeftBy, ShownColumn } from './RowsTable.tsx'
import styles from './rows-table.module.css'

const words = {
  taken: { en: 'Taken: to the order', zh: '已接收：查看订单' },
  ready: { en: 'Ready', zh: '可接收' },
  warned: { en: 'Ready, but customs will ask:', zh: '可接收，但申报前须补正：' },
  others: { en: 'Waits for another row of its order', zh: '等待同一订单的其他行' },
  mend: { en: 'Mend', zh: '修正' },
  more: (count: number) => ({ en: `and ${count} more`, zh: `另有 ${count} 处` }),
  change: (label: string, row: number) => ({
    en: `Change ${label} of row ${row}`,
    zh: `修改第 ${row} 行${label}`,
  }),
  empty: { en: 'empty', zh: '空' },
}

interface RowOfTableProps {
  readonly row: ListDraftRowView
  /** Counted from 1 with the headings, among all rows that are looked at. */
  readonly place: number
  readonly shown: readonly ShownColumn[]
  readonly columns: readonly ListColumnView[]
  readonly style: CSSProperties
  /** Place of the cell that is being changed, or the name of a column that is not shown. */
  readonly editing: number | string | undefined
  /** The same of the cell that was just left by a key, which gets the focus back. */
  readonly left: number | string | undefined
  readonly onBegin: (place: number | string) => void
  readonly onLeave: (by: LeftBy) => void
  /** Absent where the rows are only looked at. */
  readonly onEdit?: (edit: CellEdit) => void
}

/** One row: what is wrong with it first, then its cells. */
export function RowOfTable(props: RowOfTableProps) {
  const { row, place, shown, style, editing, left, onBegin, onLeave, onEdit } = props
  const faulty = new Map(row.findings.map(({ column, severity }) => [column, severity ?? 'fault']))
  return (
    <div
      role="row"
      aria-rowindex={place}
      className={styles.row}
      data-state={row.state}
      style={{ ...style, ...FLOATING }}
    >
      <div role="cell" className={styles.number}>
        {row.row}
      </div>
      <div role="cell">
        <Standing {...props} />
      </div>
      {shown.map(({ index, label, column }) => {
        const before = row.cells[index] ?? ''
        const beyond = before === '' ? undefined : 'fault'
        return (
          <div
            role="cell"
            key={index}
            data-faulty={column === undefined ? beyond : faulty.get(column)}
          >
            {editing === index ? (
              <CellInput
                label={label}
                before={before}
                onLeave={onLeave}
                onKeep={(text) => {
                  const target = column === undefined ? { index } : { column }
                  onEdit?.({ row: row.row, target, text, before })
                }}
              />
            ) : (
              <CellText
                label={label}
                row={row}
                text={before}
                isFixed={row.state === 'taken' || onEdit === undefined}
                isLeft={left === index}
                onBegin={() => onBegin(index)}
              />
            )}
          </div>
        )
      })}
    </div>
  )
}

const FLOATING = { position: 'absolute', top: 0, left: 0, right: 0 } as const

interface CellTextProps {
  readonly label: string
  readonly row: ListDraftRowView
  readonly text: string
  readonly isFixed: boolean
  /** Whether somebody has just left it by a key. */
  readonly isLeft: boolean
  readonly onBegin: () => void
}

function CellText({ label, row, text, isFixed, isLeft, onBegin }: CellTextProps) {
  const say = useSay()
  if (isFixed) return <span className={styles.text}>{text}</span>
  const told = `${say(words.change(label, row.row))}: ${text === '' ? say(words.empty) : text}`
  return (
    <button
      type="button"
      className={styles.cell}
      autoFocus={isLeft}
      onClick={onBegin}
      aria-label={told}
      title={text}
    >
      {text}
    </button>
  )
}

interface CellInputProps {
  readonly label: string
  readonly before: string
  readonly onKeep: (text: string) => void
  readonly onLeave: (by: LeftBy) => void
}

function CellInput({ label, before, onKeep, onLeave }: CellInputProps) {
  const [text, setText] = useState(before)
  const isLeft = useRef(false)
  const leave = (by: LeftBy, isKept: boolean) => {
    // Taking the input away takes the focus from it, which is no second leaving.
    if (isLeft.current) return
    isLeft.current = true
    if (isKept && text.trim() !== before) onKeep(text.trim())
    onLeave(by)
  }
  return (
    <input
      className={styles.input}
      aria-label={label}
      value={text}
      // The person has just pressed the cell, so the cursor belongs here.
      autoFocus
      maxLength={2000}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => leave('going-elsewhere', true)}
      onKeyDown={(event) => {
        // Enter and Escape belong to the input method while characters are being composed.
        if (event.nativeEvent.isComposing) return
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        // The cell has the focus from here on and would take the rest of the key for a press.
        event.preventDefault()
        leave('key', event.key === 'Enter')
      }}
    />
  )
}

/** How far the row is, with the first thing that is wrong and a way to mend it. */
function Standing(props: RowOfTableProps) {
  const { row, shown, columns, editing, left, onBegin, onLeave, onEdit } = props
  const say = useSay()
  const { language } = useLanguage()
  if (row.orderId !== undefined) {
    return (
      <Anchor component={Link} to={`/orders/${row.orderId}`} size="sm">
        {say(words.taken)}
      </Anchor>
    )
  }
  const [finding, ...others] = row.findings
  if (finding === undefined) {
    return (
      <Text size="sm" c="dimmed">
        {say(row.state === 'ready' ? words.ready : words.others)}
      </Text>
    )
  }
  const { column } = finding
  const known = columns.find(({ name }) => name === column)
  if (column !== undefined && editing === column) {
    return (
      <CellInput
        label={known === undefined ? column : say(columnLabel(known))}
        before=""
        onLeave={onLeave}
        onKeep={(text) => onEdit?.({ row: row.row, target: { column }, text, before: '' })}
      />
    )
  }
  const { message, mend = '', lang } = failureText(finding, language)
  const place = shown.find((cell) => cell.column === column)?.index ?? column
  return (
    <div className={styles.finding} data-severity={finding.severity} title={`${message} ${mend}`}>
      {finding.severity === 'warning' ? (
        <TriangleAlert size={16} aria-hidden className={styles.sign} />
      ) : (
        <CircleAlert size={16} aria-hidden className={styles.sign} />
      )}
      <span className={styles.message} lang={lang}>
        {finding.severity === 'warning' && <>{say(words.warned)} </>}
        {known !== undefined && <strong>{say(columnLabel(known))} </strong>}
        {known === undefined ? message : withoutCell(message, known)} {mend}{' '}
        {others.length > 0 && say(words.more(others.length))}
      </span>
      {place !== undefined && onEdit !== undefined && (
        <button
          type="button"
          className={styles.mend}
          autoFocus={left !== undefined && left === column}
          onClick={() => onBegin(place)}
        >
          {say(words.mend)}
        </button>
      )}
    </div>
  )
}

/** The sentence goes on after the name of the column, which stands before it already. */
function withoutCell(message: string, { name, zh }: ListColumnView): string {
  const beginning = [`The cell ${name}`, `“${zh}”`].find((words) => message.startsWith(words))
  return beginning === undefined ? message : message.slice(beginning.length).trimStart()
}
