import { isLocalDate } from '../../customs/calendar/local-date.ts'
import type { KnownCodes } from '../../customs/order/known-codes.ts'
import type { CellForm } from './purchase-list-columns.ts'

/** What a cell states, or why it cannot be read. */
export type CellReading =
  | { readonly ok: true; readonly value: string | number | boolean }
  | { readonly ok: false; readonly problem: string; readonly mend: string }

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
      return DECIMAL.test(text)
        ? read(text)
        : unread('is no plain number', 'Write it like 1200.50: no unit, no thousands separator.')
    case 'integer':
      return INTEGER.test(text)
        ? read(Number(text))
        : unread('is no whole number', 'Write it with digits only.')
    case 'yes-no':
      return readAnswer(text)
    case 'date':
      return readDate(text)
    case 'country':
      return readCountry(text, countries)
    case 'commodity-code':
      return COMMODITY_CODE.test(text)
        ? read(text)
        : unread(
            'does not have 6, 8 or 10 digits',
            'Format the column as text: spreadsheets drop a zero at the beginning and shorten long numbers.',
          )
  }
}

function readWord(text: string, words: Readonly<Record<string, readonly string[]>>): CellReading {
  const given = text.toLowerCase()
  const found = Object.entries(words).find(
    ([word, others]) => word === given || others.includes(given),
  )
  if (found !== undefined) return read(found[0])
  const known = Object.entries(words).map(([word, others]) => [word, ...others].join(' / '))
  return unread('is none of the known words', `Use one of: ${known.join(', ')}.`)
}

const answers: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['是', true],
  ['no', false],
  ['否', false],
])

function readAnswer(text: string): CellReading {
  const answer = answers.get(text.toLowerCase())
  return answer === undefined ? unread('is neither yes nor no', 'Write yes or no.') : read(answer)
}

function readDate(text: string): CellReading {
  const [, year = '', month = '', day = ''] = YEAR_FIRST.exec(text) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(date)
    ? read(date)
    : unread('is no date with the year first', 'Write it like 2026-09-03.')
}

function readCountry(text: string, countries: KnownCodes['countries']): CellReading {
  const code = text.toUpperCase()
  if (countries.has(code)) return read(code)
  const given = text.toLowerCase()
  const found = [...countries].find(([, { en, zh }]) => en.toLowerCase() === given || zh === text)
  return found === undefined
    ? unread('names no country', 'Use the two-letter code, such as JP.')
    : read(found[0])
}

function read(value: string | number | boolean): CellReading {
  return { ok: true, value }
}

function unread(problem: string, mend: string): CellReading {
  return { ok: false, problem, mend }
}
