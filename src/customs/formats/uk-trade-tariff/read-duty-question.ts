import { checkedReader } from '../../checked-reader.ts'
import type { MeasureRates } from '../../duty/applicable-expression.ts'
import type { DutyExchangeRate, DutyFacts } from '../../duty/evaluate-duty.ts'
import type { MeasurementUnits } from '../../duty/measurement-units.ts'
import { jsonPointer } from '../../json-pointer.ts'
import { addDecimals } from '../../money/decimal.ts'
import type { CurrencyCode, Money } from '../../money/money.ts'
import { combine, combineAll, type Failure, failure, type Result, success } from '../../result.ts'
import {
  type DutyQuestionFields,
  dutyQuestionFields,
  dutyQuestionSchema,
} from './duty-question-schema.ts'
import { decimalOf } from './figure.ts'
import { readComponents } from './read-components.ts'
import { readCondition } from './read-condition.ts'
import { readQuantities } from './read-quantities.ts'
import { withoutNulls } from './without-nulls.ts'

/** A duty to work out: what the measure states, and what is known of the goods. */
export interface DutyQuestion {
  readonly rates: MeasureRates
  readonly facts: DutyFacts
  /** Fields that have no meaning here. */
  readonly ignored: readonly string[]
}

const readFields = checkedReader<DutyQuestionFields>(dutyQuestionSchema)

/** The currency of the UK integrated tariff, in which a duty without a customs value is worked out. */
const TARIFF_CURRENCY: CurrencyCode = 'GBP'

/** Reads a question in the field names of the UK Trade Tariff service. */
export function readDutyQuestion(json: object, units: MeasurementUnits): Result<DutyQuestion> {
  const read = readFields(withoutNulls(json))
  if (!read.ok) return read
  const fields = read.value
  const currency = fields.customs_value?.currency ?? TARIFF_CURRENCY
  const parts = combine({
    rates: readRates(fields, units),
    customsValue: readCustomsValue(fields),
    quantities: readQuantities(fields, units),
    exchangeRates: readExchangePairs(fields),
  })
  if (!parts.ok) return parts
  const { rates, customsValue, exchangeRates } = parts.value
  const { quantities, retailPrice } = parts.value.quantities
  return success({
    rates,
    facts: {
      ...{ currency, quantities, exchangeRates, units },
      ...(customsValue && { customsValue }),
      ...(retailPrice && { retailPrice: { amount: retailPrice, currency } }),
    },
    ignored: Object.keys(json).filter((name) => !dutyQuestionFields.has(name)),
  })
}

function readRates(fields: DutyQuestionFields, units: MeasurementUnits): Result<MeasureRates> {
  const parts = combine({
    standard: readComponents(fields.components, units, '/components'),
    resolved: readComponents(fields.resolved_components, units, '/resolved_components'),
    ofCondition: readComponents(fields.condition_components, units, '/condition_components'),
    conditions: combineAll(
      (fields.conditions ?? []).map((condition, index) =>
        readCondition(condition, units, jsonPointer('conditions', index)),
      ),
    ),
  })
  if (!parts.ok) return parts
  const { standard, resolved, ofCondition, conditions } = parts.value
  const documents = documentsOf(fields)
  // A condition that is known to hold has decided already; its rate is the one to work out.
  if (ofCondition !== undefined) return success({ standard: ofCondition, conditions: [] })
  return success({
    ...(standard && { standard }),
    ...(resolved && { resolved }),
    conditions,
    ...(documents && { documents }),
  })
}

/** The documents that are presented; nothing where nobody has said whether any is. */
function documentsOf({
  documents,
  document_code,
}: DutyQuestionFields): readonly string[] | undefined {
  if (document_code === undefined) return documents
  // The service lets people choose "None" among the documents.
  const chosen = ['', 'None'].includes(document_code) ? [] : [document_code]
  return [...(documents ?? []), ...chosen]
}

/** Goods, carriage and insurance together, as the service defines the customs value. */
function readCustomsValue({ customs_value }: DutyQuestionFields): Result<Money | undefined> {
  if (customs_value === undefined) return success(undefined)
  const { currency, goods, shipping, insurance } = customs_value
  const parts = combineAll([
    decimalOf(goods, '/customs_value/goods'),
    decimalOf(shipping ?? '0', '/customs_value/shipping'),
    decimalOf(insurance ?? '0', '/customs_value/insurance'),
  ])
  return parts.ok ? success({ amount: addDecimals(...parts.value), currency }) : parts
}

function readExchangePairs({
  exchange_rates = {},
}: DutyQuestionFields): Result<readonly DutyExchangeRate[]> {
  return combineAll(
    Object.entries(exchange_rates).map(([pair, figure]) => {
      const path = jsonPointer('exchange_rates', pair)
      const [, from, to] = /^([A-Z]{3})\/([A-Z]{3})$/.exec(pair) ?? []
      if (from === undefined || to === undefined) return failure(noPair(pair, path))
      const rate = decimalOf(figure, path)
      return rate.ok ? success({ from, to, rate: rate.value }) : rate
    }),
  )
}

function noPair(pair: string, path: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `${pair} is not a pair of currencies.`,
    mend: 'Write it as EUR/GBP: pounds for one euro.',
    zh: { message: `${pair} 不是货币对。`, mend: '请写成 EUR/GBP：一欧元兑换的英镑数。' },
  }
}
