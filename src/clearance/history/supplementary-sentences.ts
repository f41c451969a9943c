import { always, inTheirWords, type SentencesFor } from './sentence.ts'
import { moneyText } from '../../customs/money/money-text.ts'
import type { SupplementaryEvent } from '../life-cycle/side-life-cycles.ts'

/** What completes a simplified declaration. */
export const supplementarySentences: SentencesFor<SupplementaryEvent> = {
  'supplementary-owed': ({ dueOn }) => ({
    en: `The supplementary declaration is owed by ${dueOn}, and duty and VAT with it.`,
    zh: `须在 ${dueOn} 前提交补充申报，税费随之缴纳。`,
  }),
  'supplementary-reminded': ({ dueOn }) => ({
    en: `The supplementary declaration is due soon, on ${dueOn}.`,
    zh: `补充申报即将到期：${dueOn}。`,
  }),
  'supplementary-overdue': ({ dueOn }) => ({
    en: `The supplementary declaration was due on ${dueOn} and has not been handed in.`,
    zh: `补充申报应于 ${dueOn} 前提交，尚未提交。`,
  }),
  'supplementary-goods-changed': ({ what, quote }) => {
    const due = quote && moneyText(quote.dueAtImport)
    return {
      en: `Goods data were changed for the supplementary declaration (${what.length} ${what.length === 1 ? 'fact' : 'facts'})${due === undefined ? '' : `; ${due} is due on them`}.`,
      zh: `已为补充申报更改货物资料（${what.length} 项）${due === undefined ? '' : `，据此应缴 ${due}`}。`,
    }
  },
  'supplementary-sent': ({ lrn }) => ({
    en: `The supplementary declaration was handed in under the reference ${lrn}.`,
    zh: `已提交补充申报，参考号 ${lrn}。`,
  }),
  'supplementary-rejected': ({ errors }) => ({
    en: `The supplementary declaration was rejected for ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}.`,
    zh: `补充申报被退回，共 ${errors.length} 处错误。`,
  }),
  'supplementary-accepted': ({ mrn }) => ({
    en: `Customs accepted the supplementary declaration ${mrn}.`,
    zh: `海关已接受补充申报 ${mrn}。`,
  }),
  'supplementary-invalidated': ({ reason }) =>
    inTheirWords(
      { en: 'The supplementary declaration was invalidated', zh: '补充申报已撤销' },
      reason,
    ),
  'supplementary-cleared': always(
    'Customs have assessed the supplementary declaration and closed it.',
    '海关已完成补充申报的核定并结案。',
  ),
}
