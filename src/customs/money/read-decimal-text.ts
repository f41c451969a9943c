import type { DecimalText } from './decimal.ts'

/** What a figure states as people write it, or why it cannot be told for certain. */
export type DecimalReading =
  | { readonly ok: true; readonly value: DecimalText }
  | { readonly ok: false; readonly because: 'two-meanings' | 'no-figure' | 'other-currency' }

/** Signs of currencies and the codes that each of them stands for. */
const signs: ReadonlyMap<string, readonly string[]> = new Map([
  ['£', ['GBP']],
  ['€', ['EUR']],
  ['¥', ['JPY', 'CNY']],
  ['元', ['CNY', 'TWD', 'HKD']],
  ['円', ['JPY']],
  ['RMB', ['CNY']],
  ['₩', ['KRW']],
  ['$', ['USD', 'AUD', 'CAD', 'HKD', 'SGD', 'NZD', 'TWD']],
  ['US$', ['USD']],
  ['HK$', ['HKD']],
])

const PLAIN = /^\d{1,15}(\.\d{1,6})?$/
/** Spaces and apostrophes part thousands only; elsewhere they part two figures. */
const SPACED = /^[1-9]\d{0,2}([\s'’]\d{3})+([.,]\d{1,6})?$/
const GROUPS_OF_COMMAS = /^[1-9]\d{0,2}(,\d{3})+(\.\d{1,6})?$/
const GROUPS_OF_POINTS = /^[1-9]\d{0,2}(\.\d{3})+(,\d{1,6})?$/
const DECIMAL_COMMA = /^\d{1,15},\d{1,6}$/

/**
 * Reads an amount or a weight as it stands in tables of many countries: in full-width digits, with
 * thousands apart, with a decimal comma, with the sign or code of its currency. What could mean two
 * things, such as 1,234, is never guessed.
 *
 * @param currency the currency in which the figure is stated, where it has one
 */
export function readDecimalText(text: string, currency?: string): DecimalReading {
  const written = text.normalize('NFKC').trim()
  const bare = withoutCurrency(written, currency)
  if (bare === undefined) return { ok: false, because: 'other-currency' }
  const figure = SPACED.test(bare) ? bare.replaceAll(/[\s'’]/g, '') : bare
  if (PLAIN.test(figure)) return read(figure)
  if (hasTwoMeanings(figure)) return { ok: false, because: 'two-meanings' }
  if (GROUPS_OF_COMMAS.test(figure)) return read(figure.replaceAll(',', ''))
  if (GROUPS_OF_POINTS.test(figure)) return read(figure.replaceAll('.', '').replace(',', '.'))
  if (DECIMAL_COMMA.test(figure)) return read(figure.replace(',', '.'))
  return { ok: false, because: 'no-figure' }
}

function read(value: string): DecimalReading {
  return PLAIN.test(value)
    ? { ok: true, value: value as DecimalText }
    : { ok: false, because: 'no-figure' }
}

/** One comma with three digits behind it parts thousands for some and decimals for others. */
function hasTwoMeanings(figure: string): boolean {
  return /^[1-9]\d{0,2},\d{3}$/.test(figure)
}

/** The figure alone; nothing where it is said to be in another currency. */
function withoutCurrency(text: string, currency: string | undefined): string | undefined {
  const [, before = '', figure = '', after = ''] =
    /^([^\d\s,.'’-]*)\s*([\d\s,.'’]*?)\s*([^\d\s,.'’-]*)$/u.exec(text) ?? []
  const stated = [before, after].filter((mark) => mark !== '')
  if (figure === '' || stated.length === 0) return text
  return stated.every((mark) => isOfCurrency(mark, currency)) ? figure : undefined
}

function isOfCurrency(mark: string, currency: string | undefined): boolean {
  if (currency === undefined) return false
  return (
    mark.toUpperCase() === currency || (signs.get(mark.toUpperCase())?.includes(currency) ?? false)
  )
}
