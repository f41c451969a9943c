import { moneyText } from '../../customs/money/money-text.ts'
import type { SecurityEvent } from '../life-cycle/side-life-cycles.ts'
import { accountText } from './account-text.ts'
import { inTheirWords, type SentencesFor } from './sentence.ts'

/** What is secured beside what is owed, and what becomes of it. */
export const securitySentences: SentencesFor<SecurityEvent> = {
  'security-required': ({ amount, itemNumber, what: forWhat, reason }) => {
    const what = {
      en: `Customs want ${moneyText(amount)} secured for item ${itemNumber}, because of ${forWhat.en}`,
      zh: `海关要求就第 ${itemNumber} 项提供保证金 ${moneyText(amount)}（${forWhat.zh}）`,
    }
    return reason === undefined
      ? { en: `${what.en}.`, zh: `${what.zh}。` }
      : inTheirWords(what, reason)
  },
  'security-lowered': ({ by }) => ({
    en: `${moneyText(by)} of the security is not wanted any more.`,
    zh: `不再要求其中 ${moneyText(by)} 的保证金。`,
  }),
  'security-given': ({ amount, how }) => ({
    en: `Security of ${moneyText(amount)} was given from ${accountText(how).en}; the goods may go, and customs decide later.`,
    zh: `已由${accountText(how).zh}提供保证金 ${moneyText(amount)}；货物可放行，海关稍后作出决定。`,
  }),
  'security-returned': ({ by, reason }) => {
    const what = {
      en: `${moneyText(by)} of the security was given back`,
      zh: `已退还保证金 ${moneyText(by)}`,
    }
    return reason === undefined
      ? { en: `${what.en}.`, zh: `${what.zh}。` }
      : inTheirWords(what, reason)
  },
  'security-taken': ({ by }) => ({
    en: `${moneyText(by)} of the security has become duty or tax.`,
    zh: `保证金中 ${moneyText(by)} 已转为税款。`,
  }),
}
