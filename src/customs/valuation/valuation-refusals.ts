import { jsonPointer } from '../json-pointer.ts'
import { lineName, type LineOfSale } from '../landed-cost/fact-needed.ts'
import type { Failure } from '../result.ts'

/** Between related parties the price counts only where it is shown not to be influenced. */
export const relatedParties: Failure = {
  code: 'not-covered',
  path: '/relatedParties',
  message:
    'Buyer and seller are related, so the price counts only where the relation has not influenced it.',
  mend: 'Have a broker value these goods; the test of influence is not worked out here.',
  law: 'WTO Agreement on Customs Valuation, article 1.2',
  zh: {
    message: '买卖双方有特殊关系，仅当该关系未影响价格时价格才可采用。',
    mend: '请由报关行为这些货物估价；此处不审查该关系的影响。',
  },
}

/** The other methods of valuation are not offered for goods that nothing was paid for. */
export function goodsWithoutPrice(line: LineOfSale): Failure {
  const named = lineName(line)
  return {
    code: 'not-covered',
    path: jsonPointer('lines', line.lineIndex, 'unitPrice'),
    message: `${named.en} has no price, so it has no transaction value.`,
    mend: 'State what was paid for these goods; goods given free are valued at what they are worth.',
    zh: {
      message: `${named.zh}没有价格，因此没有成交价格。`,
      mend: '请填写这些货物实际支付的价格；赠品请按其价值填写。',
    },
  }
}

/** What is contained in a price cannot be more than the price. */
export function partsTakenOff(index: number): Failure {
  return {
    code: 'invalid-input',
    path: jsonPointer('lines', index, 'unitPrice'),
    message: `What is taken off the price of line ${index + 1} leaves nothing of it.`,
    mend: 'Correct the amounts that the prices are said to contain.',
    zh: {
      message: `从第${index + 1}行价格中扣除的金额已不少于该价格。`,
      mend: '请更正所填写的“价格中包含”的金额。',
    },
  }
}
