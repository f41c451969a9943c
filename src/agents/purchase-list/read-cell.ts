import type { BilingualText } from '../../customs/bilingual-text.ts'
import { isLocalDate } from '../../customs/calendar/local-date.ts'
import type { KnownCodes } from '../../customs/order/known-codes.ts'
import type { CellForm } from './purchase-list-columns.ts'

/** What a cell states, or why it cannot be read. */
export type CellReading =
  | { readonly ok: true; readonly value: string | number | boolean }
  | { readonly ok: false; readonly problem: BilingualText; readonly mend: BilingualText }

const DECIMAL = /^\d{1,15}(\.\d{1,6})?$/
const INTEGER = /^\d{1,9}$/
const COMMODITY_CODE = /^(\d{2}){3,5}$/
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/

/** Reads one cell that is not empty. Nothing is guessed: what could mean two things is refused. */
export function readCell(
  text: string,
  form: CellForm,
  countries: KnownCodes['countries'],
): CellReading {
  if (typeof form === 'object') return readWord(text, form.words)
  switch (form) {
    case 'text':
      return read(text)
    case 'decimal':
    case 'money':
      return DECIMAL.test(text) ? read(text) : unread(notPlain)
    case 'integer':
      return INTEGER.test(text) ? read(Number(text)) : unread(notWhole)
    case 'yes-no':
      return readAnswer(text)
    case 'date':
      return readDate(text)
    case 'country':
      return readCountry(text, countries)
    case 'commodity-code':
      return COMMODITY_CODE.test(text) ? read(text) : unread(noCommodityCode)
  }
}

function readWord(text: string, words: Readonly<Record<string, readonly string[]>>): CellReading {
  const given = text.toLowerCase()
  const found = Object.entries(words).find(
    ([word, others]) => word === given || others.includes(given),
  )
  if (found !== undefined) return read(found[0])
  const known = Object.entries(words).map(([word, others]) => [word, ...others].join(' / '))
  return unread({
    problem: { en: 'is none of the known words', zh: '不在可选词之内' },
    mend: {
      en: `Use one of: ${known.join(', ')}.`,
      zh: `请使用以下之一：${known.join('，')}。`,
    },
  })
}

const answers: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['是', true],
  ['no', false],
  ['否', false],
])

function readAnswer(text: string): CellReading {
  const answer = answers.get(text.toLowerCase())
  return answer === undefined ? unread(noAnswer) : read(answer)
}

function readDate(text: string): CellReading {
  const [, year = '', month = '', day = ''] = YEAR_FIRST.exec(text) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(date) ? read(date) : unread(noDate)
}

function readCountry(text: string, countries: KnownCodes['countries']): CellReading {
  const code = text.toUpperCase()
  if (countries.has(code)) return read(code)
  const given = text.toLowerCase()
  const found = [...countries].find(([, { en, zh }]) => en.toLowerCase() === given || zh === text)
  return found === undefined ? unread(noCountry) : read(found[0])
}

function read(value: string | number | boolean): CellReading {
  return { ok: true, value }
}

/** Why a cell cannot be read; the problem is the end of a sentence that begins with the cell. */
type Fault = Pick<Extract<CellReading, { ok: false }>, 'problem' | 'mend'>

function unread(fault: Fault): CellReading {
  return { ok: false, ...fault }
}

const notPlain: Fault = {
  problem: { en: 'is no plain number', zh: '不是纯数字' },
  mend: {
    en: 'Write it like 1200.50: no unit, no thousands separator.',
    zh: '请写成 1200.50 的形式：不带单位和千位分隔符。',
  },
}

const notWhole: Fault = {
  problem: { en: 'is no whole number', zh: '不是整数' },
  mend: { en: 'Write it with digits only.', zh: '请只填数字。' },
}

const noCommodityCode: Fault = {
  problem: { en: 'does not have 6, 8 or 10 digits', zh: '不是 6、8 或 10 位数字' },
  mend: {
    en: 'Format the column as text: spreadsheets drop a zero at the beginning and shorten long numbers.',
    zh: '请将该列设为文本格式：表格软件会去掉开头的零并缩写长数字。',
  },
}

const noAnswer: Fault = {
  problem: { en: 'is neither yes nor no', zh: '既不是“是”也不是“否”' },
  mend: { en: 'Write yes or no.', zh: '请填写“是”或“否”。' },
}

const noDate: Fault = {
  problem: { en: 'is no date with the year first', zh: '不是年份在前的日期' },
  mend: { en: 'Write it like 2026-09-03.', zh: '请写成 2026-09-03 的形式。' },
}

const noCountry: Fault = {
  problem: { en: 'names no country', zh: '不是国家名称或代码' },
  mend: { en: 'Use the two-letter code, such as JP.', zh: '请使用两位字母代码，如 JP。' },
}
