import type { GoodsInTariff } from '../landed-cost/duty-option.ts'
import type { LineOfSale } from '../landed-cost/fact-needed.ts'

/** The edition that a rate is said to be from which the asker states. */
export const STATED = 'stated-in-the-request'

/**
 * The rate of VAT of goods that a tariff does not hold, although it is the tariff that says which rate
 * goods bear. The standard rate holds only where nothing gives the goods another one, and of goods that
 * nobody knows that cannot be said: the rate that the line states is charged, and without one the rate
 * is unknown.
 *
 * @law Value Added Tax Act 1994, sections 2(1), 29A and 30 with Schedules 7A and 8
 */
export function statedVat({ request, lineIndex }: LineOfSale): GoodsInTariff {
  const { commodityCode, vatPercent } = request.lines[lineIndex]!
  const code = commodityCode === undefined ? {} : { commodityCode }
  if (vatPercent === undefined) {
    return { ...code, vatIsUnknown: true, notCovered: [], editions: [] }
  }
  return {
    ...code,
    vat: { percent: vatPercent, edition: STATED, name: { en: 'VAT', zh: '增值税' } },
    notCovered: [
      {
        en: `The VAT rate of ${vatPercent}% was stated with the request, because the tariff does not hold the goods.`,
        zh: `税则未收录该货物，${vatPercent}% 的增值税税率由请求方填写。`,
      },
    ],
    editions: [STATED],
  }
}
