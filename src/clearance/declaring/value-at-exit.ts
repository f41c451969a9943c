import type { LocalDate } from '../../customs/calendar/local-date.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import { apportion } from '../../customs/money/apportion.ts'
import { add, type Money, negate, roundMoney } from '../../customs/money/money.ts'
import { combineAll, failure, type Result, success } from '../../customs/result.ts'
import type { ExchangeRates } from '../../customs/tariff/exchange-rates.ts'
import { convertAmount } from '../../customs/valuation/official-rates.ts'

/**
 * What each goods item is worth in pounds where it leaves: its price, with its share of the carriage up
 * to the border that the prices lack, without that of the carriage beyond it that they hold. Shared by
 * price, converted at the official rate of the day.
 *
 * @law Regulation (EU) No 113/2010 as retained, article 4
 */
export function valueAtExit(
  consignment: Consignment,
  { rates, on }: { readonly rates: ExchangeRates; readonly on: LocalDate },
): Result<readonly Money[]> {
  const { goodsItems } = consignment
  const adjustment = adjustmentOf(consignment)
  if (!adjustment.ok) return adjustment
  const prices = goodsItems.map(({ linePrice }) => linePrice)
  const shares = apportion(
    roundMoney(adjustment.value, 'half-up'),
    prices.map(({ amount }) => amount),
  )
  return combineAll(
    prices.map((price, index) => {
      const share = shares[index]
      const value = share === undefined ? price : add(price, share)
      const path = `/goodsItems/${index}/unitPrice`
      const converted = convertAmount(rates, value, { to: 'GBP', on, path })
      return converted.ok ? success(converted.value.money) : converted
    }),
  )
}

/** Under FOB and FAS the prices are those at the border; every other term needs a further fact. */
function adjustmentOf({ exit, incoterm, freight, currency }: Consignment): Result<Money> {
  const none = success({ amount: '0', currency } as Money)
  if (incoterm.code === 'FOB' || incoterm.code === 'FAS') return none
  const lacksCarriage = incoterm.code === 'EXW' || incoterm.code === 'FCA' || freight !== undefined
  const stated = lacksCarriage ? exit?.carriageToBorder : exit?.carriageBeyondBorder
  const path = lacksCarriage ? '/exit/carriageToBorder' : '/exit/carriageBeyondBorder'
  if (stated === undefined) return lacksCarriage ? missingToBorder(path) : missingBeyond(path)
  if (stated.currency !== currency) return otherCurrency(path, stated.currency, currency)
  return success(lacksCarriage ? stated : negate(stated))
}

function missingToBorder(path: string): Result<never> {
  return failure({
    code: 'fact-missing',
    path,
    message:
      'The value at the border is not known: the prices do not hold the carriage up to there.',
    mend: 'State what carriage and insurance to the place of exit cost; 0 is an answer.',
    zh: {
      message: '无法得出边境价值：价格不含运至出境地的运费。',
      mend: '请填写运至出境地的运费和保险费；没有的填 0。',
    },
  })
}

function missingBeyond(path: string): Result<never> {
  return failure({
    code: 'fact-missing',
    path,
    message: 'The value at the border is not known: the prices hold carriage beyond it.',
    mend: 'State what of the prices pays carriage, insurance and duty beyond the place of exit.',
    zh: {
      message: '无法得出边境价值：价格含出境后的运费。',
      mend: '请填写价格中所含的出境后运费、保险费和关税。',
    },
  })
}

function otherCurrency(path: string, stated: string, currency: string): Result<never> {
  return failure({
    code: 'currency-mismatch',
    path,
    message: `The carriage is stated in ${stated}, the prices are in ${currency}.`,
    mend: `State the carriage in ${currency}.`,
    zh: {
      message: `运费币种为 ${stated}，价格币种为 ${currency}。`,
      mend: `请以 ${currency} 填写运费。`,
    },
  })
}
