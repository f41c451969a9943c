import { concernsSale } from '../coverage/concerns-sale.ts'
import { jsonPointer } from '../json-pointer.ts'
import { failure, type Result } from '../result.ts'
import type { QuoteSources, TariffQuestion } from './quote-landed-cost.ts'
import type { LineAnswer, QuoteSnapshot } from './quote-snapshot.ts'

/**
 * Sources that answer from a snapshot, and know nothing else. What the quote of the snapshot never
 * asked is `not-covered`: a later version of the reckoning can ask more than was kept.
 */
export function replayedSources(snapshot: QuoteSnapshot): QuoteSources {
  const { rates, tariffAnswers, goodsAnswers, declarableBelow, switchedOn, ownFees } = snapshot
  return {
    destination: snapshot.destination,
    ratesPublishedBy: snapshot.ratesPublishedBy,
    ratesAreOfficialIn: snapshot.ratesAreOfficialIn,
    tariffStatesVat: snapshot.tariffStatesVat,
    gapsFor: (sale) => snapshot.gaps.filter((gap) => concernsSale(gap, sale)),
    rates: {
      base: rates.base,
      periods: rates.periods.map((period) => ({
        ...period,
        unitsPerBase: new Map(Object.entries(period.unitsPerBase)),
      })),
    },
    tariffOf: answering(tariffAnswers),
    goodsOf: answering(goodsAnswers),
    declarableBelow: (code) =>
      declarableBelow.find((one) => one.code === code) ?? { codes: [], areAll: false },
    ...(ownFees && { ownFees }),
    ...(switchedOn && { switchedOn: new Set(switchedOn) }),
  }
}

function answering<Said>(answers: readonly LineAnswer<Said>[]) {
  return (question: TariffQuestion): Result<Said> => {
    const { commodityCode } = question.request.lines[question.lineIndex]!
    const kept = answers.find(
      (one) => one.lineIndex === question.lineIndex && one.commodityCode === commodityCode,
    )
    return kept?.answer ?? failure(notKept(question))
  }
}

function notKept({ lineIndex }: TariffQuestion) {
  return {
    code: 'not-covered',
    path: jsonPointer('lines', lineIndex),
    message: `Nothing was kept of what the tariff says of line ${lineIndex + 1}.`,
    mend: 'Make a new quote: this one was not made from the tariff of this line.',
    zh: {
      message: `没有保存税则对第${lineIndex + 1}行的规定。`,
      mend: '请重新报价：原报价未使用该行的税则资料。',
    },
  } as const
}
