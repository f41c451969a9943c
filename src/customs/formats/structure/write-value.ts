import type { DateTimeText, Quantity } from '../../declaration/element.ts'
import type { DecimalText } from '../../money/decimal.ts'
import type { Money } from '../../money/money.ts'
import type { XmlContent } from '../../xml/write-xml.ts'
import type { ValueFormat } from './value-format.ts'

/**
 * The element that carries a value of the model, the reverse of `readValue`. The table says what kind
 * of value the field holds, so the value itself is taken at its word: the tests hold the table and
 * the model's types together.
 *
 * @param dateTimePrefix namespace prefix of `DateTimeString`
 * @throws TypeError where a date is not in the form that {@link DateTimeText} promises.
 */
export function writeValue(
  name: string,
  value: unknown,
  { format, dateTimePrefix }: { readonly format: ValueFormat; readonly dateTimePrefix: string },
): XmlContent {
  switch (format.kind) {
    case 'code':
    case 'id':
    case 'text':
    case 'plain':
    case 'decimal':
      return { name, text: value as string }
    case 'count':
    case 'integer':
    case 'positive':
      return { name, text: String(value) }
    case 'amount': {
      const { amount, currency } = value as Money
      return { name, attributes: [['currencyID', currency]], text: amount }
    }
    case 'measure':
    case 'quantity':
      return writeQuantity(name, value as Quantity)
    case 'dateTime':
      return {
        name,
        children: [writeDateTime(`${dateTimePrefix}:DateTimeString`, value as string)],
      }
  }
}

function writeQuantity(name: string, { value, unitCode }: Quantity): XmlContent {
  const text: DecimalText = value
  return unitCode === undefined
    ? { name, text }
    : { name, attributes: [['unitCode', unitCode]], text }
}

const DATE = /^\d{4}-\d\d-\d\d$/
const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:Z|([-+]\d\d):00)$/

function writeDateTime(name: string, value: DateTimeText): XmlContent {
  if (DATE.test(value)) {
    return { name, attributes: [['formatCode', '102']], text: value.replaceAll('-', '') }
  }
  const moment = MOMENT.exec(value)
  if (moment === null) throw new TypeError(`not a date or moment to the second: ${value}`)
  const digits = (moment[1] ?? '').replace(/[-T:]/g, '')
  return { name, attributes: [['formatCode', '304']], text: `${digits}${moment[2] ?? 'Z'}` }
}
