import { jsonPointer } from '../json-pointer.ts'
import type { LineTariff } from '../landed-cost/duty-option.ts'
import type { TariffQuestion } from '../landed-cost/quote-landed-cost.ts'
import { percentOf } from '../money/decimal.ts'
import { moneyText } from '../money/money-text.ts'
import { failure, type Result, success } from '../result.ts'
import { codesNotUsed } from './codes-not-used.ts'
import { STATED } from './stated-vat.ts'

/**
 * The duty of a line where the tariff of the destination is not loaded: the percentage that the line
 * states. It is charged as stated; nothing is known of its preferences and trade remedies, which the
 * quote says. Without a stated rate there is no figure.
 */
export function statedDuty(question: TariffQuestion): Result<LineTariff> {
  const { request, lineIndex, destination, valued } = question
  const { dutyPercent, commodityCode } = request.lines[lineIndex]!
  if (dutyPercent === undefined) return failure(tariffNotLoaded(question))
  const base = valued.lines[lineIndex]!.parts['customs-value']
  if (!base.ok) return base
  const { amount, currency } = base.value
  const exact = { amount: percentOf(amount, dutyPercent), currency }
  const text = `${moneyText(base.value)} × ${dutyPercent}% = ${moneyText(exact)}`
  const name = { en: 'Customs duty at the rate that was stated', zh: '按所填税率计征的关税' }
  return success({
    ...(commodityCode !== undefined && { commodityCode }),
    options: [
      {
        ...{ id: STATED, kind: 'third-country', name, needs: [], isProven: true },
        duties: [
          {
            ...{ kind: 'customs-duty', source: 'tariff', measure: STATED, name, base: base.value },
            rate: `${dutyPercent}%`,
            expression: [{ kind: 'ad-valorem', percent: dutyPercent }],
            exact,
            words: { en: `customs value ${text}`, zh: `完税价格 ${text}` },
            edition: STATED,
          },
        ],
      },
    ],
    notCovered: [
      {
        en: `The rate of ${dutyPercent}% was stated with the request; the tariff of ${destination.name.en} is not loaded, so preferences, trade remedies and controls are not known.`,
        zh: `${dutyPercent}% 的税率由请求方填写；未载入${destination.name.zh}的税则，优惠、贸易救济和管制情况不明。`,
      },
      ...codesNotUsed(question, []),
    ],
    editions: [STATED],
  })
}

function tariffNotLoaded({ lineIndex, destination }: TariffQuestion) {
  return {
    code: 'not-covered',
    path: jsonPointer('lines', lineIndex, 'dutyPercent'),
    message: `Line ${lineIndex + 1} bears the duty of the tariff of ${destination.name.en}, which is not loaded.`,
    mend: 'State the rate of duty that you know for these goods, or import the tariff.',
    zh: {
      message: `第${lineIndex + 1}行适用${destination.name.zh}的税则税率，而该税则尚未载入。`,
      mend: '请填写您已知的关税税率，或导入该税则。',
    },
  } as const
}
