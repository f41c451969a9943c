import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { MilestoneMessage } from '../milestone-message.ts'
import { moneyText } from '../shopper/money-text.ts'
import type { MoneyLine, MoneyParty } from '../shopper/shopper-money.ts'
import { asMailText, type Letter, type MailText } from './mail-text.ts'
import { staffSentences } from './staff-sentences.ts'

type Language = keyof BilingualText

/** To whom a mail is written: the one who waits for the parcel, or those who run its case. */
export type MailReader = 'buyer' | 'tenant-contact'

/**
 * Writes the mail about a milestone, English first and Chinese below: which of them a reader wants is
 * not known, and both are short.
 *
 * @param link where the reader can see more; absent where there is nothing to open
 */
export function milestoneMail(
  { data }: MilestoneMessage,
  reader: MailReader,
  link: string | undefined,
): MailText {
  const languages: readonly Language[] = ['en', 'zh']
  const letters = languages.map((language) => ({
    ...letterIn(language, data),
    ...bodyFor[reader](language, data),
    link,
  }))
  return asMailText(`${data.reference}: ${data.title.en} · ${data.title.zh}`, letters)
}

/** What each reader is told beside heading and link. */
type LetterBody = Pick<Letter, 'paragraphs' | 'moneyLines'>

type MessageData = MilestoneMessage['data']

function letterIn(language: Language, { reference, title }: MessageData) {
  const { heading, more } = phrases[language]
  return { language, heading: heading(reference, title[language]), more }
}

/** What each reader is told: money as a buyer sees it would only mislead the staff. */
const bodyFor: Readonly<Record<MailReader, (language: Language, data: MessageData) => LetterBody>> =
  {
    buyer: (language, { sentences: { now, next, todo }, money }) => ({
      paragraphs: [now, next, todo].map((sentence) => sentence[language]),
      moneyLines: money.map((line) => moneyLineIn(language, line)),
    }),
    'tenant-contact': (language, { waitingFor }) => ({
      paragraphs: [staffSentences[waitingFor ?? 'nothing'][language]],
      moneyLines: [],
    }),
  }

function moneyLineIn(language: Language, { amount, standing, from, to, why }: MoneyLine): string {
  return phrases[language].moneyLine({
    amount: moneyText(amount)[language],
    standing: standingWords[standing][language],
    from: partyWords[from][language],
    to: partyWords[to][language],
    why: why[language],
  })
}

type MoneyWords = Readonly<Record<'amount' | 'standing' | 'from' | 'to' | 'why', string>>

/** How each language puts its words together. */
const phrases = {
  en: {
    heading: (reference: string, title: string) => `Order ${reference}: ${title}`,
    moneyLine: ({ amount, standing, from, to, why }: MoneyWords) =>
      `${amount}, ${standing} (${from} → ${to}): ${why}`,
    more: 'See how it stands:',
  },
  zh: {
    heading: (reference: string, title: string) => `订单 ${reference}：${title}`,
    moneyLine: ({ amount, standing, from, to, why }: MoneyWords) =>
      `${amount}，${standing}（${from} → ${to}）：${why}`,
    more: '查看进度：',
  },
}

const partyWords: Readonly<Record<MoneyParty, BilingualText>> = {
  you: { en: 'you', zh: '您' },
  'shop-or-agent': { en: 'shop or agent', zh: '商家或代购' },
  customs: { en: 'customs', zh: '海关' },
}

const standingWords: Readonly<Record<MoneyLine['standing'], BilingualText>> = {
  expected: { en: 'expected', zh: '预计' },
  due: { en: 'due', zh: '待付' },
  paid: { en: 'paid', zh: '已付' },
  refunded: { en: 'refunded', zh: '已退' },
}
