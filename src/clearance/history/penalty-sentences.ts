import { moneyText } from '../../customs/money/money-text.ts'
import type { PenaltyEvent } from '../life-cycle/side-life-cycles.ts'
import { accountText } from './account-text.ts'
import type { SentencesFor } from './sentence.ts'

/** What customs hold against the business beside the duty, and what becomes of it. */
export const penaltySentences: SentencesFor<PenaltyEvent> = {
  'penalty-warned': ({ what, reviewBy }) => ({
    en: `Customs gave a warning (${what.en}); a review can be asked for until ${reviewBy}.`,
    zh: `海关发出警告（${what.zh}）；可在 ${reviewBy} 前申请复核。`,
  }),
  'penalty-imposed': ({ what, amount, reviewBy }) => ({
    en: `Customs imposed a penalty of ${moneyText(amount)} (${what.en}); a review can be asked for until ${reviewBy}.`,
    zh: `海关处以罚款 ${moneyText(amount)}（${what.zh}）；可在 ${reviewBy} 前申请复核。`,
  }),
  'penalty-lowered': ({ by }) => ({
    en: `The penalty was lowered by ${moneyText(by)}.`,
    zh: `罚款减轻 ${moneyText(by)}。`,
  }),
  'penalty-paid': ({ how }) => ({
    en: `Customs received the penalty, paid from ${accountText(how).en}.`,
    zh: `海关已收到罚款，由${accountText(how).zh}支付。`,
  }),
  'penalty-withdrawn': () => ({
    en: 'Customs withdrew the warning or penalty; what was paid comes back.',
    zh: '海关撤回警告或处罚；已缴部分予以退还。',
  }),
}
