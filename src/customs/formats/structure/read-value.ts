import type { Quantity } from '../../declaration/element.ts'
import { type DecimalText, isDecimalText } from '../../money/decimal.ts'
import type { Money } from '../../money/money.ts'
import { failure, type Result, success } from '../../result.ts'
import { attributeOf, childNamed, type XmlElement } from '../../xml/xml-element.ts'
import { collapseBlanks, type ValueFormat } from './value-format.ts'

/** What a field of the model holds, by kind of value: text, a number of things, money and so on. */
export type FieldValue = string | number | Money | Quantity

/**
 * Reads the value of an element.
 *
 * @returns the value in the model's form; a failure where the message says something that the model
 *   cannot hold without guessing or losing it, such as an amount without currency, or an attribute
 *   about a code list.
 */
export function readValue(element: XmlElement, format: ValueFormat): Result<FieldValue> {
  const stray = strayContent(element, format)
  return stray === undefined ? readPlainValue(element, format) : unreadable(element, stray)
}

function readPlainValue(element: XmlElement, format: ValueFormat): Result<FieldValue> {
  switch (format.kind) {
    case 'code':
      return success(collapseBlanks(element.text))
    case 'id':
    case 'text':
    case 'plain':
      return success(element.text)
    case 'count':
    case 'integer':
    case 'positive':
      return readWholeNumber(element)
    case 'decimal':
      return readDecimal(element)
    case 'amount':
      return readAmount(element)
    case 'measure':
    case 'quantity':
      return readQuantity(element)
    case 'dateTime':
      return readDateTime(element)
  }
}

/** The attribute that the model holds besides the value. */
const heldAttributes: Partial<Readonly<Record<ValueFormat['kind'], string>>> = {
  amount: 'currencyID',
  measure: 'unitCode',
  quantity: 'unitCode',
}

/** Content for which the model has no field, in words; `undefined` where there is none. */
function strayContent(element: XmlElement, { kind }: ValueFormat): string | undefined {
  const attribute = element.attributes.find(
    ({ namespace, name }) => namespace === '' && name !== heldAttributes[kind],
  )
  if (attribute !== undefined) return `has an attribute ${attribute.name} that no field holds`
  if (kind === 'dateTime' || element.children.length === 0) return undefined
  return 'holds elements where a value should be'
}

function readWholeNumber(element: XmlElement): Result<number> {
  const text = collapseBlanks(element.text)
  const value = Number(text)
  return text !== '' && Number.isSafeInteger(value)
    ? success(value)
    : unreadable(element, 'is no whole number')
}

function readDecimal(element: XmlElement): Result<DecimalText> {
  const value = plainDecimal(element.text)
  return value === undefined ? unreadable(element, 'is no number') : success(value)
}

function readAmount(element: XmlElement): Result<Money> {
  const currency = attributeOf(element, 'currencyID')
  const amount = plainDecimal(element.text)
  if (amount === undefined) return unreadable(element, 'is no number')
  if (currency === undefined) return unreadable(element, 'states no currency')
  return success({ amount, currency })
}

function readQuantity(element: XmlElement): Result<Quantity> {
  const unitCode = attributeOf(element, 'unitCode')
  const value = plainDecimal(element.text)
  if (value === undefined) return unreadable(element, 'is no number')
  return success(unitCode === undefined ? { value } : { value, unitCode })
}

/** Schema decimals may have a plus sign or lack a digit before or after the point; ours do not. */
function plainDecimal(written: string): DecimalText | undefined {
  const value = collapseBlanks(written)
    .replace(/^\+/, '')
    .replace(/^(-?)(?=\.)/, (sign) => `${sign}0`)
    .replace(/\.$/, '')
  return isDecimalText(value) ? value : undefined
}

const DATE = /^(\d{4})(\d\d)(\d\d)$/
const MOMENT = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(Z|[-+]\d\d)$/

function readDateTime(element: XmlElement): Result<string> {
  const inner = childNamed(element, 'DateTimeString')
  const isoText = inner === undefined ? undefined : isoDateTime(inner.text)
  if (inner === undefined || isoText === undefined) return unreadable(element, 'is no date')
  const format = attributeOf(inner, 'formatCode')
  const expected = isoText.length === 'YYYY-MM-DD'.length ? '102' : '304'
  return format === expected
    ? success(isoText)
    : unreadable(element, `contradicts its format code ${format ?? ''}`)
}

/** `20260901` or `20260901120000+01` in ISO 8601; `undefined` for anything else. */
export function isoDateTime(written: string): string | undefined {
  const day = DATE.exec(written)
  if (day !== null) return `${day[1]}-${day[2]}-${day[3]}`
  const moment = MOMENT.exec(written)
  if (moment === null) return undefined
  const [, year, month, date, hour, minute, second, zone] = moment
  const isoZone = zone === 'Z' ? 'Z' : `${zone}:00`
  return `${year}-${month}-${date}T${hour}:${minute}:${second}${isoZone}`
}

function unreadable(element: XmlElement, reason: string): ReturnType<typeof failure> {
  return failure({
    code: 'message-unreadable',
    path: '',
    message: `${element.name} at line ${element.line} ${reason}.`,
  })
}
