import type { BilingualText } from '../../../bilingual-text.ts'
import type { NotComputableCause, NotComputableRate } from './rate.ts'

/**
 * That a text gives no rate by itself.
 *
 * @param words the words of the text that stand in the way
 */
export function notComputable(because: NotComputableCause, words: string): NotComputableRate {
  return { kind: 'not-computable', because, reason: reasons[because](words) }
}

const reasons: Readonly<Record<NotComputableCause, (words: string) => BilingualText>> = {
  'no-rate': () => ({ en: 'no rate is printed', zh: '没有印出税率' }),
  'no-change': () => ({
    en: 'the heading leaves the rate of the goods as it is; the rate of the goods decides',
    zh: '该品目不改变货物本身的税率，以货物本身的税率为准',
  }),
  suspended: () => ({ en: 'the heading is suspended', zh: '该品目已暂停适用' }),
  'other-rate': (words) => ({
    en: `the duty depends on that of another line or on a value not stated here: “${words}”`,
    zh: `税款取决于另一税目的税率或此处未列明的价值：“${words}”`,
  }),
  reference: (words) => ({
    en: `the rate stands elsewhere: “${words}”`,
    zh: `税率另行规定：“${words}”`,
  }),
  quantity: (words) => ({
    en: `a quantity is stated instead of a rate: “${words}”`,
    zh: `所列为数量而非税率：“${words}”`,
  }),
  'sliding-scale': (words) => ({
    en: `the amount depends on the degrees of sugar: “${words}”`,
    zh: `税额随糖度而变：“${words}”`,
  }),
  limit: (words) => ({
    en: `a least or a most duty is set beside the rate: “${words}”`,
    zh: `税率之外另有最低或最高税额的限制：“${words}”`,
  }),
  'part-of-goods': (words) => ({
    en: `a part of the goods is dutiable by itself, and its value or count is not stated here: “${words}”`,
    zh: `货物的一部分单独计税，而其价值或数量未在此列明：“${words}”`,
  }),
  'metal-content-after-losses': (words) => ({
    en:
      'losses in processing may be taken off copper, lead and zinc content first (additional U.S. ' +
      `note 1 to chapter 26, 19 CFR 151.55), and the text does not state them: “${words}”`,
    zh:
      '铜、铅、锌的含量可先扣除加工损耗再计税（第26章美国附加注释一，19 CFR 151.55），' +
      `而文中未列明损耗：“${words}”`,
  }),
  'no-exact-decimal': (words) => ({
    en: `“${words}” is a fraction that no decimal states exactly`,
    zh: `“${words}”无法用小数精确表示`,
  }),
  'several-rates': (words) => ({
    en: `there are several rates, each for the programmes behind it: “${words}”`,
    zh: `列有多个税率，各适用于其后所列的优惠计划：“${words}”`,
  }),
  'unknown-unit': (words) => ({
    en: `the unit is not known: “${words}”`,
    zh: `未知的计量单位：“${words}”`,
  }),
  'unknown-basis': (words) => ({
    en: `what is to be weighed or measured is not known: “${words}”`,
    zh: `不清楚应以什么计量：“${words}”`,
  }),
  unread: (words) => ({
    en: `these words are not understood: “${words}”`,
    zh: `无法理解以下文字：“${words}”`,
  }),
}
