import { addDecimals, compareDecimals, decimal, isNegative } from '../money/decimal.ts'
import type { Failure } from '../result.ts'
import type { Programme, Provision } from './programmes.ts'
import { undecidedLists } from './reach-of-provision.ts'
import type { Situation } from './situation.ts'
import type { StackingQuestion } from './stacking.ts'

interface Subject {
  readonly programme: Programme
  readonly provision: Provision
}

/** It cannot be told whether the goods are on a list that the law enumerates. */
export function listsUndecided({ programme, provision }: Subject, situation: Situation): Failure {
  const { name } = programme
  const lists = undecidedLists(provision, situation)
  const { code } = situation
  const [en, zh] =
    lists.length === 0
      ? ['The code is too short for its provisions.', '编码位数不足，无法对应其条款。']
      : [
          `The list ${lists.join(', ')} is not loaded for them.`,
          `尚未载入清单 ${lists.join('、')}。`,
        ]
  return {
    code: 'not-covered',
    path: '/code',
    message: `It cannot be told whether ${name.en} reaches goods of code ${code}. ${en}`,
    mend: 'Give all ten digits of the code, or load the list.',
    law: provision.law.id,
    zh: {
      message: `无法判断${name.zh}是否适用于编码 ${code} 的货物。${zh}`,
      mend: '请填写完整的十位编码，或载入该清单。',
    },
  }
}

/** The goods may not come in at all. */
export function importProhibited({ programme, provision }: Subject): Failure {
  const { en, zh } = provision.about ?? programme.name
  return {
    code: 'import-prohibited',
    path: '/code',
    message: `These goods may not be imported: ${en}.`,
    law: provision.law.id,
    zh: { message: `该货物禁止进口：${zh}。` },
  }
}

/** The law applies and its figures are not held. */
export function notResolved({ programme, provision }: Subject): Failure {
  const { en, zh } = provision.about ?? programme.name
  return {
    code: 'not-covered',
    path: '/code',
    message: `${en} applies to these goods, and how much it comes to is not covered.`,
    law: provision.law.id,
    zh: { message: `该货物适用${zh}，其金额暂不支持计算。` },
  }
}

/** What in a question contradicts itself: parts of a value that are more than the whole. */
export function contradictionsIn({ enteredValueUsd, facts }: StackingQuestion): readonly Failure[] {
  if (isNegative(enteredValueUsd)) return [negativeValue]
  const metals = addDecimals(...Object.values(facts.metalValueUsd ?? {}))
  const usContent = facts.usContentValueUsd ?? decimal('0')
  const found: Failure[] = []
  if (compareDecimals(metals, enteredValueUsd) > 0) {
    found.push(partOverWhole('/facts/metalValueUsd'))
  }
  if (compareDecimals(usContent, enteredValueUsd) > 0) {
    found.push(partOverWhole('/facts/usContentValueUsd'))
  }
  return found
}

const negativeValue: Failure = {
  code: 'invalid-input',
  path: '/enteredValueUsd',
  message: 'The entered value is negative.',
  zh: { message: '报关价格为负数。' },
}

function partOverWhole(path: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `${path} is more than the entered value.`,
    mend: 'State the value of the part within the goods.',
    zh: { message: `${path} 大于报关价格。`, mend: '请填写该部分在货物中的价值。' },
  }
}
