import type { DateTimeText, Quantity } from '../../declaration/element.ts'
import { type DecimalText, isDecimalText } from '../../money/decimal.ts'
import type { CurrencyCode, Money } from '../../money/money.ts'
import { attributeOf, childNamed, type XmlElement } from '../../xml/xml-element.ts'
import { isoDateTime } from '../structure/read-value.ts'
import { optional } from './optional.ts'

/** CDS states revenue in pounds sterling; where a message leaves the attribute out, they are meant. */
const REVENUE_CURRENCY: CurrencyCode = 'GBP'

/**
 * The amount that a child holds; undefined where there is no such child or it is no decimal number.
 */
export function moneyOf(parent: XmlElement, name: string): Money | undefined {
  const element = childNamed(parent, name)
  const amount = decimalOf(element)
  if (element === undefined || amount === undefined) return undefined
  return { amount, currency: attributeOf(element, 'currencyID') ?? REVENUE_CURRENCY }
}

/**
 * The quantity that a child holds, with its unit where the message states one; undefined as for
 * {@link moneyOf}.
 */
export function quantityOf(parent: XmlElement, name: string): Quantity | undefined {
  const element = childNamed(parent, name)
  const value = decimalOf(element)
  if (element === undefined || value === undefined) return undefined
  return { value, ...optional('unitCode', attributeOf(element, 'unitCode')) }
}

/**
 * The number in an element, exactly as written; undefined where there is no element or its text is
 * no decimal number.
 */
export function decimalOf(element: XmlElement | undefined): DecimalText | undefined {
  const text = element?.text.trim() ?? ''
  return isDecimalText(text) ? text : undefined
}

/** A whole number that a child holds. */
export function wholeNumberOf(parent: XmlElement, name: string): number | undefined {
  const text = textOf(parent, name) ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

/** Text of a child, without blanks around it; an empty element says nothing. */
export function textOf(parent: XmlElement, name: string): string | undefined {
  const text = childNamed(parent, name)?.text.trim()
  return text === undefined || text === '' ? undefined : text
}

/**
 * The day or moment in the `DateTimeString` of a child, as ISO 8601; undefined where the child or
 * its text is absent.
 */
export function dateOf(parent: XmlElement, name: string): DateTimeText | undefined {
  const element = childNamed(parent, name)
  const written = element === undefined ? undefined : textOf(element, 'DateTimeString')
  return written === undefined ? undefined : isoDateTime(written)
}
