import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { MilestoneMessage } from '../milestone-message.ts'
import { moneyText } from '../shopper/money-text.ts'
import type { MoneyLine, MoneyParty } from '../shopper/shopper-money.ts'
import { staffSentences } from './staff-sentences.ts'

type Language = keyof BilingualText

/** The words of a mail, without sender and receiver. */
export interface MailText {
  readonly subject: string
  readonly text: string
  readonly html: string
}

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
  return {
    subject: `${data.reference}: ${data.title.en} · ${data.title.zh}`,
    text: letters.map(asText).join('\n\n---\n\n'),
    html: asHtmlPage(letters),
  }
}

/** A mail in one language, before it takes a form. */
interface Letter extends LetterBody {
  readonly language: Language
  readonly heading: string
  readonly more: string
  readonly link: string | undefined
}

interface LetterBody {
  readonly paragraphs: readonly string[]
  readonly moneyLines: readonly string[]
}

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

function asText({ heading, paragraphs, moneyLines, more, link }: Letter): string {
  const money = moneyLines.map((line) => `- ${line}`)
  return [
    ...[heading, '', ...paragraphs],
    ...(money.length > 0 ? ['', ...money] : []),
    ...(link === undefined ? [] : ['', more, link]),
  ].join('\n')
}

function asHtmlPage(letters: readonly Letter[]): string {
  const body = letters.map(asHtml).join('\n<hr>\n')
  return `<!doctype html>\n<html>\n<body style="font-family: sans-serif">\n${body}\n</body>\n</html>\n`
}

function asHtml({ language, heading, paragraphs, moneyLines, more, link }: Letter): string {
  const items = moneyLines.map((line) => `<li>${escapeHtml(line)}</li>`)
  return [
    `<div lang="${language}">`,
    `<h1 style="font-size: 1.2em">${escapeHtml(heading)}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...(items.length > 0 ? [`<ul>${items.join('')}</ul>`] : []),
    ...(link === undefined ? [] : [`<p><a href="${escapeHtml(link)}">${escapeHtml(more)}</a></p>`]),
    '</div>',
  ].join('\n')
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
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
