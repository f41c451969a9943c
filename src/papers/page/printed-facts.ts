import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { type DecimalText, decimal } from '../../customs/money/decimal.ts'
import { minorUnitDecimals } from '../../customs/money/money.ts'

/** `1234.5` in euros is `1,234.50`; decimals beyond the minor unit are kept, never rounded away. */
export function amountText(amount: DecimalText, currency: string): string {
  return grouped(withDecimals(amount, minorUnitDecimals(currency)))
}

/** `0.45` is `0.450`: kilograms to the gram, more decimals where they are stated. */
export function weightText(weightKg: DecimalText): string {
  return grouped(withDecimals(weightKg, 3))
}

/** `1200` pieces are `1,200`. */
export function quantityText(quantity: number): string {
  return grouped(decimal(String(quantity)))
}

/** `3 × Carton 纸箱 (CT)`. */
export function packagesText(
  packages: { readonly count: number; readonly type: string },
  typeName: BilingualText,
): string {
  return `${quantityText(packages.count)} × ${typeName.en} ${typeName.zh} (${packages.type})`
}

/** `FOB Yantian (Incoterms 2020)`. */
export function incotermText(incoterm: { readonly code: string; readonly place: string }): string {
  return `${incoterm.code} ${incoterm.place} (Incoterms 2020)`
}

/** Stands where a paper has a place for a fact that nobody stated. */
export const notStated = 'Not stated 未注明'

/** `6109100010` is `6109 10 00 10`, as tariffs print it. */
export function commodityCodeText(code: string): string {
  return [code.slice(0, 4), ...(code.slice(4).match(/..?/g) ?? [])].join(' ')
}

/** `2026-09-01` is `1 Sep 2026`, which no reader takes for another day. */
export function dateText(date: LocalDate): string {
  const [year, month, day] = date.split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`
}

/** Written out, because 01/02 is another day on each side of an ocean. */
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** Pads to the least number of decimals; more stay, because paper must not round. */
function withDecimals(value: DecimalText, least: number): string {
  const [whole, fraction = ''] = value.split('.')
  const significant = fraction.replace(/0+$/, '').padEnd(least, '0')
  return significant === '' ? whole! : `${whole}.${significant}`
}

/** Groups the whole part by thousands with commas, as English papers do. */
function grouped(value: string): string {
  const [whole, fraction] = value.split('.')
  const groups = whole!.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? groups : `${groups}.${fraction}`
}
