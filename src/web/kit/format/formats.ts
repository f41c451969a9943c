import { locales, type Language } from '../words/locales.ts'

/** An amount as the interface answers it: exact, in the currency's own spelling. */
export interface ShownMoney {
  readonly amount: string
  readonly currency: string
}

/** Writes facts of the interface for people. Amounts stay the exact decimals that they are. */
export interface Formats {
  /** `£1,234.50`: the decimals of the currency, and more where the amount has more. */
  money(value: ShownMoney): string
  /** An exact decimal with the separators of the language: `1,234.5`. */
  number(value: string | number): string
  /** A percentage that is already one: `2.5` becomes `2.5%`. */
  percent(value: string): string
  /** Day and time to the minute, in the reader's own time zone. */
  instant(at: string): string
  /** Day and time to the second, for records. */
  exactInstant(at: string): string
  /** A day, of an instant or of a plain date `2026-09-01`. */
  day(at: string): string
  /** Only the time of day. */
  time(at: string): string
  /** How long ago, or how soon: `3 hours ago`. */
  ago(at: string, now?: number): string
  /** A span of time in its largest unit: `3 hours`. */
  span(seconds: number): string
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How one language writes facts; made once for each language, because Intl's objects are dear. */
export function formatsOf(language: Language): Formats {
  formats[language] ??= make(locales[language])
  return formats[language]
}

const formats: Partial<Record<Language, Formats>> = {}

function make(locale: string): Formats {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 12 })
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const plainDay = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const writeNumber = (value: string | number) => number.format(exactly(value))
  return {
    money: ({ amount, currency }) => moneyFormat(locale, currency, amount).format(exactly(amount)),
    number: writeNumber,
    percent: (value) => `${writeNumber(value)}%`,
    instant: (at) => instant.format(new Date(at)),
    exactInstant: (at) => exact.format(new Date(at)),
    day: (at) => (at.length === 10 ? plainDay : day).format(new Date(at)),
    time: (at) => time.format(new Date(at)),
    ago: (at, now = new Date().getTime()) => {
      const { count, unit } = inLargestUnit((Date.parse(at) - now) / 1_000)
      return relative.format(count, unit)
    },
    span: (seconds) => {
      const { count, unit } = inLargestUnit(seconds)
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
        count,
      )
    },
  }
}

/** Intl takes decimal text exactly, to any length; the types do not say so of text in general. */
function exactly(value: string | number): number {
  return value as number
}

/** At least the decimals of the currency's coins, and more where the amount has more. */
function moneyFormat(locale: string, currency: string, amount: string): Intl.NumberFormat {
  const ofCoins = new Intl.NumberFormat(locale, { style: 'currency', currency })
  const decimals = amount.split('.')[1]?.length ?? 0
  if (decimals <= (ofCoins.resolvedOptions().maximumFractionDigits ?? 0)) return ofCoins
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    maximumFractionDigits: decimals,
  })
}

function inLargestUnit(seconds: number): {
  readonly count: number
  readonly unit: 'second' | 'minute' | 'hour' | 'day'
} {
  const size = Math.abs(seconds)
  if (size < MINUTE) return { count: Math.trunc(seconds), unit: 'second' }
  if (size < HOUR) return { count: Math.trunc(seconds / MINUTE), unit: 'minute' }
  if (size < 2 * DAY) return { count: Math.trunc(seconds / HOUR), unit: 'hour' }
  return { count: Math.trunc(seconds / DAY), unit: 'day' }
}
