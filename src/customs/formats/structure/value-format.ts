import type { BilingualText } from '../../bilingual-text.ts'
import { characterCount } from '../../xml/character-count.ts'

/**
 * The format of a value, in the notation of the WCO and EU data annexes:
 *
 *     code an..3        coded text, blanks collapsed       id an..35     identifier, blanks kept
 *     code a2           exactly two letters                text an..512  free text, blanks kept
 *     code n..2 9|13    at most two digits, one of these   dateTime      day, or moment with zone
 *     amount n..16,3    money, 16 digits with 3 decimals   measure, quantity: with a unit
 *     count n..5        whole number of things             integer n..5  whole number, no unit
 *     decimal n..12,5   pure number                        code any      no limit of any kind
 *     plain any         text without attributes            positive      whole number over 0, of 32 bits
 *
 * `an` is one line with something other than blanks in it, `some` has one character or more, `any`
 * may be empty too, as may `n` digits and `a` letters.
 */
export type ValueFormat = TextFormat | NumberFormat | DateTimeFormat

/** Text of limited length. The kinds differ in how blanks count and in what the field is for. */
export interface TextFormat {
  readonly kind: 'code' | 'id' | 'text' | 'plain'
  readonly characters: 'any' | 'some' | 'an' | 'a' | 'n'
  /** Exact length, or the largest where `atMost`; counted in Unicode characters. */
  readonly length: number
  readonly atMost: boolean
  /** The only values allowed, where the format lists them. */
  readonly oneOf: readonly string[]
}

/**
 * A number by its digits. The kinds differ in the attribute beside it: amounts have a currency,
 * measures and quantities a unit, the others none.
 */
export interface NumberFormat {
  readonly kind: 'amount' | 'measure' | 'quantity' | 'count' | 'integer' | 'decimal' | 'positive'
  /** Digits that count: leading zeros and zeros at the end of a fraction do not. */
  readonly totalDigits: number
  /** Most decimals; 0 for whole numbers, `Infinity` where the format sets no limit. */
  readonly fractionDigits: number
}

/**
 * A day `20260901` or a moment `20260901120000Z`, as messages write it; the model holds ISO 8601.
 */
export interface DateTimeFormat {
  readonly kind: 'dateTime'
}

const TEXT_NOTATION = /^(code|id|text|plain) (any|some|an|a|n)(?:(\.\.)?(\d+)(?: ([\w|]+))?)?$/
const NUMBER_NOTATION =
  /^(amount|measure|quantity|count|integer|decimal|positive)(?: n\.\.(\d+)(?:,(\d+))?)?$/

/**
 * Reads the notation.
 * @throws TypeError when it is not understood: the tables are part of the code.
 */
export function valueFormat(notation: string): ValueFormat {
  if (notation === 'dateTime') return { kind: 'dateTime' }
  const text = TEXT_NOTATION.exec(notation)
  if (text !== null) {
    return {
      kind: text[1] as TextFormat['kind'],
      characters: text[2] as TextFormat['characters'],
      atMost: text[4] === undefined || text[3] !== undefined,
      length: Number(text[4] ?? Infinity),
      oneOf: text[5]?.split('|') ?? [],
    }
  }
  const number = NUMBER_NOTATION.exec(notation)
  if (number === null) throw new TypeError(`not a value format: ${notation}`)
  return {
    kind: number[1] as NumberFormat['kind'],
    totalDigits: number[2] === undefined ? Infinity : Number(number[2]),
    fractionDigits: number[2] === undefined ? Infinity : Number(number[3] ?? 0),
  }
}

/**
 * What is wrong with a value as it stands in a document, in plain words; `undefined` where nothing is.
 * The judgement is that of XML Schema on the same facets (XML Schema 1.0 part 2, section 4.3).
 */
export function valueFault(format: ValueFormat, written: string): BilingualText | undefined {
  switch (format.kind) {
    case 'code':
    case 'id':
    case 'text':
    case 'plain':
      return textFault(format, format.kind === 'code' ? collapseBlanks(written) : written)
    case 'dateTime':
      return DATE_TIME.test(written)
        ? undefined
        : {
            en: `"${written}" is no date such as 20260901 or 20260901120000Z`,
            zh: `“${written}”不是如 20260901 或 20260901120000Z 的日期`,
          }
    case 'positive':
      return positiveFault(collapseBlanks(written))
    default:
      return numberFault(format, collapseBlanks(written))
  }
}

const DATE_TIME = /^20\d{6}(\d{6}(Z|[-+]\d\d))?$/

/** The whitespace facet `collapse`: inner runs become one blank, outer blanks go. */
export function collapseBlanks(text: string): string {
  return text.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '')
}

function textFault(format: TextFormat, value: string): BilingualText | undefined {
  const length = characterCount(value)
  if (format.atMost ? length > format.length : length !== format.length) {
    const bound = format.atMost
      ? { en: 'at most', zh: '最多允许' }
      : { en: 'exactly', zh: '必须恰好' }
    return {
      en: `"${value}" has ${length} characters, ${bound.en} ${format.length} are allowed`,
      zh: `“${value}”有${length}个字符，${bound.zh}${format.length}个`,
    }
  }
  if (format.characters === 'n' && !/^[0-9]*$/.test(value))
    return { en: `"${value}" is not digits only`, zh: `“${value}”不全是数字` }
  if (format.characters === 'a' && !/^[a-zA-Z]*$/.test(value)) {
    return { en: `"${value}" is not letters only`, zh: `“${value}”不全是字母` }
  }
  if (format.characters === 'some' && value === '')
    return { en: 'the value is empty', zh: '值为空' }
  if (format.characters === 'an' && !hasContentInOneLine(value)) {
    return { en: 'the value is empty or runs over several lines', zh: '值为空或有多行' }
  }
  if (format.oneOf.length > 0 && !format.oneOf.includes(value)) {
    return {
      en: `"${value}" is none of ${format.oneOf.join(', ')}`,
      zh: `“${value}”不在 ${format.oneOf.join('、')} 之内`,
    }
  }
  return undefined
}

function hasContentInOneLine(value: string): boolean {
  return /[^\t\n\r ]/.test(value) && !/[\n\r]/.test(value)
}

/** The largest number that 32 bits with sign hold, as `xs:int` has them. */
const LARGEST_INT = 2_147_483_647

function positiveFault(value: string): BilingualText | undefined {
  const isPositive = /^\+?\d+$/.test(value) && Number(value) > 0 && Number(value) <= LARGEST_INT
  return isPositive
    ? undefined
    : { en: `"${value}" is no whole number over 0`, zh: `“${value}”不是大于0的整数` }
}

const DECIMAL = /^[-+]?0*(\d*)(?:\.(\d*?)0*)?$/

function numberFault(format: NumberFormat, value: string): BilingualText | undefined {
  const parts = DECIMAL.exec(value)
  if (parts === null || !/\d/.test(value))
    return { en: `"${value}" is no number`, zh: `“${value}”不是数字` }
  const whole = parts[1] ?? ''
  const fraction = parts[2] ?? ''
  if (fraction.length > format.fractionDigits) {
    return {
      en: `"${value}" has more than ${format.fractionDigits} decimals`,
      zh: `“${value}”的小数超过${format.fractionDigits}位`,
    }
  }
  if (whole.length + fraction.length > format.totalDigits) {
    return {
      en: `"${value}" has more than ${format.totalDigits} digits`,
      zh: `“${value}”的数字超过${format.totalDigits}位`,
    }
  }
  return undefined
}
