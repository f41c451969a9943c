import type { BilingualText } from '../../customs/bilingual-text.ts'
import { taxTypeWords } from '../../customs/duty/tax-type-words.ts'
import { moneyText } from '../../customs/money/money-text.ts'
import type { AssessmentData } from '../events/case-event.ts'
import type { PenaltyEvent, SecurityEvent } from '../life-cycle/side-life-cycles.ts'
import { accountText } from './account-text.ts'
import { tradeRoles, wordFor } from './event-words.ts'
import { penaltySentences } from './penalty-sentences.ts'
import { securitySentences } from './security-sentences.ts'
import { inTheirWords, type SentencesFor } from './sentence.ts'

/** What is owed, and how it is paid. */
export const moneySentences: SentencesFor<
  | 'assessment-notified'
  | 'assessment-corrected'
  | 'assessment-final'
  | 'debt-incurred'
  | 'debt-secured'
  | 'debt-paid'
  | 'debt-reduced'
  | 'debt-refunded'
  | 'debt-written-off'
  | 'funds-insufficient'
  | 'charges-settled'
  | SecurityEvent
  | PenaltyEvent
> = {
  ...securitySentences,
  ...penaltySentences,
  'assessment-notified': (data) => assessed(data, { en: 'Customs assessed', zh: '海关核定税费' }),
  'assessment-corrected': (data) =>
    assessed(data, { en: 'Customs corrected the assessment to', zh: '海关更正核定税费为' }),
  'assessment-final': (data) =>
    assessed(data, { en: 'Customs assessed finally', zh: '海关最终核定税费' }),
  'debt-incurred': ({ taxType, amount, payer }) => {
    const tax = taxTypeWords(taxType)
    const bearer = wordFor(tradeRoles, payer)
    return {
      en: `${moneyText(amount)} of ${tax.en} is owed, borne by ${bearer.en}.`,
      zh: `产生${tax.zh} ${moneyText(amount)}，由${bearer.zh}承担。`,
    }
  },
  'debt-secured': ({ debtId }) => ({
    en: `${taxOf(debtId).en} is covered by a guarantee.`,
    zh: `${taxOf(debtId).zh}已由担保覆盖。`,
  }),
  'debt-paid': ({ debtId, how }) => ({
    en: `${taxOf(debtId).en} was paid from ${accountText(how).en}.`,
    zh: `${taxOf(debtId).zh}已由${accountText(how).zh}支付。`,
  }),
  'debt-reduced': ({ debtId, by }) => ({
    en: `${taxOf(debtId).en} was lowered by ${moneyText(by)}.`,
    zh: `${taxOf(debtId).zh}减少 ${moneyText(by)}。`,
  }),
  'debt-refunded': ({ debtId, by, claim }) =>
    claim === undefined
      ? {
          en: `${moneyText(by)} of ${taxOf(debtId).en} was paid back.`,
          zh: `已退还${taxOf(debtId).zh} ${moneyText(by)}。`,
        }
      : {
          en: `${moneyText(by)} of ${taxOf(debtId).en} was paid back on our claim.`,
          zh: `已按我方申请退还${taxOf(debtId).zh} ${moneyText(by)}。`,
        },
  'debt-written-off': ({ debtId, why }) =>
    inTheirWords(
      { en: `${taxOf(debtId).en} is not owed any more`, zh: `${taxOf(debtId).zh}不再应缴` },
      why,
    ),
  'funds-insufficient': ({ amount }) =>
    amount === undefined
      ? { en: 'The account does not cover the charges.', zh: '账户余额不足以支付税费。' }
      : {
          en: `The account does not cover the charges; ${moneyText(amount)} is missing.`,
          zh: `账户余额不足以支付税费，尚缺 ${moneyText(amount)}。`,
        },
  'charges-settled': ({ payer, amount, reference }) => {
    const who = wordFor(tradeRoles, payer)
    return {
      en: `${moneyText(amount)} came in from ${who.en} (${reference}).`,
      zh: `已收到${who.zh}支付的 ${moneyText(amount)}（${reference}）。`,
    }
  },
}

function assessed({ payable, differences }: AssessmentData, what: BilingualText): BilingualText {
  const many = differences.length
  return {
    en: `${what.en} ${moneyText(payable)}, ${many === 0 ? 'as quoted' : `${many} ${many === 1 ? 'line' : 'lines'} otherwise than quoted`}.`,
    zh: `${what.zh} ${moneyText(payable)}，${many === 0 ? '与报价一致' : `${many} 项与报价不同`}。`,
  }
}

/** The id of a debt begins with its tax type. */
function taxOf(debtId: string): BilingualText {
  const tax = taxTypeWords(debtId.split(':')[0] ?? debtId)
  return { en: tax.en.charAt(0).toUpperCase() + tax.en.slice(1), zh: tax.zh }
}
