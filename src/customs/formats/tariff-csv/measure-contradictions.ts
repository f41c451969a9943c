import type { Failure } from '../../result.ts'
import { type CellFault, cellFailure } from './cell-failure.ts'
import { keepAsText } from './commodity-code-cell.ts'
import { overlap } from './goods-contradictions.ts'
import type { GoodsRow } from './read-goods-row.ts'
import type { MeasureRow } from './read-measure-row.ts'

/** What rows of measures say that cannot be true beside the goods and beside each other. */
export function measureContradictions(
  rows: readonly MeasureRow[],
  goods: readonly GoodsRow[],
): readonly Failure[] {
  const beginnings = new Set(goods.flatMap(({ code }) => beginningsOf(code)))
  const strangers = rows.filter(({ code }) => !beginnings.has(code))
  return [
    ...strangers.map(({ line, code }) =>
      cellFailure({ table: 'measures', line, column: 'code' }, concernsNothing(code)),
    ),
    ...[...rowsBySubject(rows).values()].flatMap(repetitions),
  ]
}

function beginningsOf(code: string): readonly string[] {
  return Array.from(code, (_, index) => code.slice(0, index + 1))
}

/** Measures that only their days can tell apart. */
function rowsBySubject(rows: readonly MeasureRow[]): ReadonlyMap<string, readonly MeasureRow[]> {
  const bySubject = new Map<string, MeasureRow[]>()
  for (const row of rows) {
    const subject = subjectOf(row)
    const same = bySubject.get(subject)
    if (same === undefined) bySubject.set(subject, [row])
    else same.push(row)
  }
  return bySubject
}

/** What a measure is about: its type, code, area, additional code and quota. */
export function subjectOf({
  type,
  code,
  area,
  additionalCode = '',
  quotaOrderNumber = '',
}: MeasureRow): string {
  return [type, code, area, additionalCode, quotaOrderNumber].join('/')
}

function repetitions(rows: readonly MeasureRow[]): readonly Failure[] {
  const inOrder = rows.toSorted((left, right) =>
    left.validity.from < right.validity.from ? -1 : 1,
  )
  return inOrder.flatMap((row, index) => {
    const before = inOrder[index - 1]
    if (before === undefined || !overlap(before.validity, row.validity)) return []
    return [cellFailure({ table: 'measures', line: row.line }, saysTwice(before))]
  })
}

function concernsNothing(code: string): CellFault {
  return {
    problem: {
      en: `no code of the goods begins with ${code}, so the measure would concern nothing; a spreadsheet drops leading zeros`,
      zh: `商品表中没有以 ${code} 开头的编码，该措施不涉及任何商品；表格软件会丢掉开头的零`,
    },
    mend: keepAsText,
  }
}

function saysTwice({ line }: MeasureRow): CellFault {
  return {
    problem: {
      en: `line ${line} states the same measure for the same days`,
      zh: `第${line}行已就相同日期规定了同一措施`,
    },
    mend: {
      en: 'Leave one of the rows, or let the first end when the second begins.',
      zh: '请只保留一行，或让前一行在后一行开始时结束。',
    },
  }
}
