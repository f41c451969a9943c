import type { TrustedTraderStandingView } from '../../../../api/views/standing-view.ts'

/** One criterion as the interface tells it. */
export type CriterionView = TrustedTraderStandingView['criteria'][number]

/** What can be said of a criterion. */
export const stateWords = {
  met: { en: 'Met', zh: '符合' },
  missing: { en: 'Missing', zh: '欠缺' },
  'cannot-be-said': { en: 'Cannot be said', zh: '尚无法判断' },
} as const satisfies Readonly<Record<CriterionView['state'], { en: string; zh: string }>>

/** Colours of the states, beside their words. */
export const stateColours = { met: 'teal', missing: 'red', 'cannot-be-said': 'yellow' } as const

/** What is counted in the record. */
export const figureWords = {
  'declarations-lodged': { en: 'Declarations lodged', zh: '提交的申报' },
  'declarations-rejected': { en: 'Declarations rejected', zh: '被退回的申报' },
  'entries-corrected': { en: 'Entries amended after acceptance', zh: '受理后修改的报关单' },
  're-assessments': { en: 'Entries changed by customs', zh: '海关更改的报关单' },
  'answers-late': { en: 'Papers sent after their last moment', zh: '逾期提交的单证' },
  'funds-insufficient': { en: 'Payments that lacked funds', zh: '资金不足的缴款' },
  penalties: { en: 'Penalties', zh: '处罚' },
  'goods-stopped': { en: 'Goods refused or seized', zh: '被拒或被扣押的货物' },
} as const satisfies Readonly<
  Record<CriterionView['figures'][number]['name'], { en: string; zh: string }>
>

type Reason = CriterionView['reasons'][number]

/** Why a criterion is in its state, for people. */
export function reasonText(
  reason: Reason,
  { wanted }: Pick<CriterionView, 'wanted'>,
): { en: string; zh: string } {
  const document = wanted.find(({ id }) => id === reason.document)?.name ?? { en: '', zh: '' }
  const figure = reason.figure === undefined ? { en: '', zh: '' } : figureWords[reason.figure]
  switch (reason.kind) {
    case 'judged-met':
      return {
        en: 'Every required document holds, and it was judged met.',
        zh: '所需文件齐全有效，且已评定为符合。',
      }
    case 'judged-not-met':
      return { en: 'It was judged not met.', zh: '已评定为不符合。' }
    case 'document-missing':
      return { en: `Not there: ${document.en}.`, zh: `缺少：${document.zh}。` }
    case 'document-expired':
      return { en: `Does not hold any more: ${document.en}.`, zh: `已过期：${document.zh}。` }
    case 'to-be-judged':
      return { en: 'An owner has to judge it.', zh: '须由所有者评定。' }
    case 'judgement-expired':
      return { en: 'The judgement is past its last day.', zh: '评定已过有效期。' }
    case 'record-changed-since':
      return {
        en: `Since it was judged the record has changed: ${figure.en}.`,
        zh: `评定之后记录有变化：${figure.zh}。`,
      }
  }
}
