import { Type } from 'typebox'

import { checkedReader } from '../../../checked-reader.ts'
import type { HtsFootnote, RowReading } from './hts-row.ts'
import type { RowReport } from '../../rows/row-report.ts'
import { leftOut, type PrintedRow, readPrintedRow } from './read-printed-row.ts'
import type { RowText } from '../../rows/row-splitter.ts'

const textOrNull = Type.Union([Type.String(), Type.Null()])
const textsOrNull = Type.Union([Type.Array(Type.String()), Type.Null()])

const rowSchema = Type.Object({
  htsno: textOrNull,
  indent: Type.String(),
  description: textOrNull,
  units: textsOrNull,
  general: textOrNull,
  special: textOrNull,
  other: textOrNull,
  footnotes: Type.Union([
    Type.Array(Type.Object({ columns: Type.Optional(textsOrNull), value: textOrNull })),
    Type.Null(),
  ]),
  quotaQuantity: textOrNull,
  additionalDuties: textOrNull,
  /** The USITC spells it so beside the right spelling. */
  addiitionalDuties: Type.Optional(textOrNull),
})

type TextOrNull = string | null

interface JsonRow {
  readonly htsno: TextOrNull
  readonly indent: string
  readonly description: TextOrNull
  readonly units: readonly string[] | null
  readonly general: TextOrNull
  readonly special: TextOrNull
  readonly other: TextOrNull
  readonly footnotes:
    readonly { readonly columns?: readonly string[] | null; readonly value: TextOrNull }[] | null
  readonly quotaQuantity: TextOrNull
  readonly additionalDuties: TextOrNull
  readonly addiitionalDuties?: TextOrNull
}

const readForm = checkedReader<JsonRow>(rowSchema)

/** `superior` marks headings without a code, which are known by having none. */
const knownFields: ReadonlySet<string> = new Set([...Object.keys(rowSchema.properties), 'superior'])

/**
 * Makes the reader of one file of the USITC's JSON. A field that is not known is reported at the first
 * row that has it, because all others will have it too.
 */
export function jsonRowReader(): (row: RowText<string>) => RowReading {
  const reported = new Set<string>()
  return (row) => {
    const reading = readJsonRow(row)
    if (reading.kind !== 'understood') return reading
    const remarks = reading.remarks.filter(({ problem }) => !reported.has(problem.en))
    remarks.forEach(({ problem }) => reported.add(problem.en))
    return { ...reading, remarks }
  }
}

function readJsonRow({ line, content }: RowText<string>): RowReading {
  const value = parsed(content)
  if (value === undefined) {
    return leftOut(line, '', { en: 'the row is no JSON', zh: '该行不是 JSON' })
  }
  const form = readForm(value)
  if (!form.ok) {
    const [{ message, zh }] = form.failures
    return leftOut(line, codeOf(value), { en: message, zh: zh?.message ?? message })
  }
  const reading = readPrintedRow(printedRow(form.value), line)
  if (reading.kind !== 'understood') return reading
  return { ...reading, remarks: unknownFields(form.value, line) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function codeOf(value: unknown): string {
  const { htsno } = value as { readonly htsno?: unknown }
  return typeof htsno === 'string' ? htsno : ''
}

function printedRow(row: JsonRow): PrintedRow {
  return {
    code: row.htsno ?? '',
    indent: row.indent,
    description: row.description ?? '',
    units: row.units ?? [],
    general: row.general ?? '',
    special: row.special ?? '',
    column2: row.other ?? '',
    additionalDuties: additionalDutiesOf(row),
    quotaQuantity: row.quotaQuantity ?? '',
    footnotes: (row.footnotes ?? []).map(({ columns, value }): HtsFootnote => ({
      columns: columns ?? [],
      text: (value ?? '').trim(),
    })),
  }
}

/** What stands under either spelling; where both say something, the right one counts. */
function additionalDutiesOf({ additionalDuties, addiitionalDuties }: JsonRow): string {
  const rightlySpelt = additionalDuties ?? ''
  return rightlySpelt.trim() === '' ? (addiitionalDuties ?? '') : rightlySpelt
}

/** What the row says beyond the known fields would otherwise be passed over. */
function unknownFields(row: JsonRow, line: number): readonly RowReport[] {
  return Object.entries(row)
    .filter(([name, value]) => !knownFields.has(name) && value !== null && value !== '')
    .map(([name]) => ({
      line,
      ...(row.htsno && { code: row.htsno }),
      problem: { en: `the field “${name}” is not known`, zh: `未知的字段“${name}”` },
    }))
}
