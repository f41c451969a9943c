import type { BilingualText } from '../../customs/bilingual-text.ts'
import { isLocalDate } from '../../customs/calendar/local-date.ts'
import { readDecimalText } from '../../customs/money/read-decimal-text.ts'
import type { KnownCodes } from '../../customs/order/known-codes.ts'
import type { CellForm } from './purchase-list-columns.ts'

/** What a cell states, or why it cannot be read. */
export type CellReading =
  | { readonly ok: true; readonly value: string | number | boolean }
  | { readonly ok: false; readonly problem: BilingualText; readonly mend: BilingualText }

/** Thousands may stand apart, and a spreadsheet may have written decimals that are none. */
const INTEGER = /^(\d{1,9}|[1-9]\d{0,2}([, ]\d{3}){1,2})(\.0+)?$/
const COMMODITY_CODE = /^(\d{2}){3,5}$/
/** Software that exports orders writes the time behind the day; it is not asked for. */
const TIME_OF_DAY = /[ T]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const IN_CHINESE = /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號]$/
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/

/** What a cell is read with. */
export interface CellContext {
  readonly countries: KnownCodes['countries']
  /** In which the amounts of its order are stated. */
  readonly currency?: string
}

/** Reads one cell that is not empty. Nothing is guessed: what could mean two things is refused. */
export function readCell(
  text: string,
  form: CellForm,
  { countries, currency }: CellContext,
): CellReading {
  if (form === 'text') return read(inHalfWidth(text))
  const plain = text.normalize('NFKC').trim()
  if (typeof form === 'object') return readWord(plain, form.words)
  switch (form) {
    case 'decimal':
      return readFigure(plain)
    case 'money':
      return readFigure(plain, currency)
    case 'integer':
      return INTEGER.test(plain) ? read(Number(plain.replaceAll(/[, ]/g, ''))) : unread(notWhole)
    case 'yes-no':
      return readAnswer(plain)
    case 'date':
      return readDate(plain)
    case 'country':
      return readCountry(plain, countries)
    case 'commodity-code':
      return COMMODITY_CODE.test(plain) ? read(plain) : unread(noCommodityCode)
  }
}

/**
 * Full-width letters, digits and the signs of addresses and numbers as machines write them: input
 * methods type them by chance. Punctuation of Chinese sentences stays as it is.
 */
export function inHalfWidth(text: string): string {
  return text.replaceAll(/[０-９Ａ-Ｚａ-ｚ＠．－＿＋／\u3000]/g, (sign) => sign.normalize('NFKC'))
}

function readFigure(text: string, currency?: string): CellReading {
  const figure = readDecimalText(text, currency)
  if (figure.ok) return read(figure.value)
  switch (figure.because) {
    case 'two-meanings':
      return unread(twoFigures)
    case 'other-currency':
      return unread(foreignSign)
    case 'no-figure':
      return unread(notPlain)
  }
}

function readWord(text: string, words: Readonly<Record<string, readonly string[]>>): CellReading {
  const given = text.toLowerCase()
  const found = Object.entries(words).find(
    ([word, others]) => word.toLowerCase() === given || others.includes(given),
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
  const dayAlone = text.replace(TIME_OF_DAY, '')
  const yearFirst = YEAR_FIRST.exec(dayAlone) ?? IN_CHINESE.exec(dayAlone)
  if (yearFirst !== null) {
    const [, year = '', month = '', day = ''] = yearFirst
    return readDays([dateOf(year, month, day)])
  }
  const [, one = '', other = '', year = ''] = YEAR_LAST.exec(dayAlone) ?? []
  return readDays([dateOf(year, other, one), dateOf(year, one, other)])
}

function dateOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The one of the days that exists; with day and month in either order there may be two. */
function readDays(days: readonly string[]): CellReading {
  const [first, second] = [...new Set(days.filter(isLocalDate))]
  if (first === undefined) return unread(noDate)
  return second === undefined ? read(first) : unread(twoDays)
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
    en: 'Write it like 1200.50, without a unit.',
    zh: '请写成 1200.50 的形式，不带单位。',
  },
}

const twoFigures: Fault = {
  problem: {
    en: 'can be read as thousands or as decimals',
    zh: '中的逗号既可能是千位分隔符，也可能是小数点',
  },
  mend: {
    en: 'Write 1234 or 1,234.00 for the one, 1.234 for the other.',
    zh: '表示千位请写 1234 或 1,234.00，表示小数请写 1.234。',
  },
}

const foreignSign: Fault = {
  problem: {
    en: 'holds a unit, or a currency that is not that of the order',
    zh: '带有单位，或与订单币种不符的货币符号',
  },
  mend: {
    en: 'Write the figure alone, and the currency in its own column.',
    zh: '请只填数字，币种填在币种列中。',
  },
}

const twoDays: Fault = {
  problem: {
    en: 'names day and month in an order that can be read two ways',
    zh: '的日和月有两种读法',
  },
  mend: {
    en: 'Write it with the year first, like 2026-09-03.',
    zh: '请按年在前的形式填写，如 2026-09-03。',
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
  problem: { en: 'is no date', zh: '不是日期' },
  mend: {
    en: 'Write it like 2026-09-03 or 2026年9月3日.',
    zh: '请写成 2026-09-03 或 2026年9月3日 的形式。',
  },
}

const noCountry: Fault = {
  problem: { en: 'names no country', zh: '不是国家名称或代码' },
  mend: { en: 'Use the two-letter code, such as JP.', zh: '请使用两位字母代码，如 JP。' },
}
