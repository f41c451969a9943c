import type { XmlElement } from '../xml/xml-element.ts'

const NUMBER_FORM = /^n\.\.(\d+)(?:,(\d+))?$/
const TEXT_FORM = /^(an|a|n)(\.\.)?(\d+)$/
const DECIMAL = /^[+-]?\d+(\.\d+)?$/
const CURRENCY = /^[A-Z]{3}$/
const MONEY_DIGITS = 16
const MONEY_DECIMALS = 3

/**
 * Holds the text of an element against its form in the structure table.
 *
 * @returns what is wrong in words, or nothing
 */
export function formFault(element: XmlElement, form: string): string | undefined {
  if (form === 'any') return undefined
  if (form === 'time') return timeFault(element)
  if (form === 'money') return moneyFault(element)
  const numeric = NUMBER_FORM.exec(form)
  if (numeric !== null) {
    return numberFault(element.text, Number(numeric[1]), Number(numeric[2] ?? 0))
  }
  const textual = TEXT_FORM.exec(form)
  if (textual !== null) return textFault(element.text, textual)
  const allowed = form.split('|')
  return allowed.includes(element.text)
    ? undefined
    : `'${element.text}' is none of ${allowed.join(', ')}`
}

function timeFault(element: XmlElement): string | undefined {
  const [only, ...others] = element.children
  if (only?.name !== 'DateTimeString' || others.length > 0) {
    return 'must hold exactly one DateTimeString'
  }
  return only.text.length === 0 || only.text.length > 35
    ? 'its DateTimeString must have 1 to 35 characters'
    : undefined
}

function moneyFault(element: XmlElement): string | undefined {
  const currency = element.attributes.currencyID
  if (currency !== undefined && !CURRENCY.test(currency)) {
    return `currencyID '${currency}' is no ISO 4217 code`
  }
  return numberFault(element.text, MONEY_DIGITS, MONEY_DECIMALS)
}

function numberFault(text: string, digits: number, decimals: number): string | undefined {
  if (!DECIMAL.test(text)) return `'${text}' is no number`
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.')
  const significantFraction = fraction.replace(/0+$/, '')
  if (significantFraction.length > decimals) return `'${text}' has more than ${decimals} decimals`
  const significant = whole.replace(/^0+/, '').length + significantFraction.length
  return significant > digits ? `'${text}' has more than ${digits} digits` : undefined
}

function textFault(text: string, form: RegExpExecArray): string | undefined {
  const [, kind, range, size] = form
  if (text === '') return 'must not be empty'
  const length = Number(size)
  const fits = range === undefined ? text.length === length : text.length <= length
  if (!fits) {
    return `'${text}' must have ${range === undefined ? '' : 'at most '}${length} characters`
  }
  if (kind === 'a' && !/^[A-Za-z]*$/.test(text)) return `'${text}' may only have letters`
  if (kind === 'n' && !/^\d*$/.test(text)) return `'${text}' may only have digits`
  return undefined
}
