import type { BilingualText } from '../../customs/bilingual-text.ts'
import { addDecimals, compareDecimals, type DecimalText } from '../../customs/money/decimal.ts'
import type { OrderLine } from '../../customs/order/order.ts'
import type { ReceivedLine } from './warehouse-receipt.ts'

/** Another weight; the measured one is used from then on. */
export interface WeightDifference {
  readonly lineNumber: number
  readonly fact: 'netWeightKg' | 'grossWeightKg'
  readonly ordered: DecimalText
  readonly received: DecimalText
  readonly message: BilingualText
}

/**
 * Where the weights of a line differ from those that the order states for all of its pieces.
 *
 * @param received everything that came of the line, once all of it has come
 */
export function weightDifferences(
  ordered: OrderLine,
  lineNumber: number,
  received: readonly ReceivedLine[],
): readonly WeightDifference[] {
  const facts = ['netWeightKg', 'grossWeightKg'] as const
  return facts.flatMap((fact) => {
    const stated = ordered[fact]
    const weights = received.flatMap((line) => line[fact] ?? [])
    if (stated === undefined || weights.length < received.length) return []
    const measured = addDecimals(...weights)
    return compareDecimals(stated, measured) === 0
      ? []
      : [weightDifference(lineNumber, fact, { stated, measured })]
  })
}

function weightDifference(
  lineNumber: number,
  fact: WeightDifference['fact'],
  { stated, measured }: { readonly stated: DecimalText; readonly measured: DecimalText },
): WeightDifference {
  const words = factWords[fact]
  return {
    ...{ lineNumber, fact, ordered: stated, received: measured },
    message: {
      en: `Line ${lineNumber}: the order states ${stated} kg ${words.en}, ${measured} kg were weighed.`,
      zh: `第 ${lineNumber} 行：订单所列${words.zh} ${stated} 千克，实称 ${measured} 千克。`,
    },
  }
}

const factWords: Readonly<Record<WeightDifference['fact'], BilingualText>> = {
  netWeightKg: { en: 'net', zh: '净重' },
  grossWeightKg: { en: 'gross', zh: '毛重' },
}
