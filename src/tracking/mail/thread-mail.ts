import type { ThreadMessage } from '../thread-message.ts'
import { asMailText, type MailText } from './mail-text.ts'

const closing = {
  en: { about: 'Order', due: 'To be answered by', link: 'Read and answer it here:' },
  zh: { about: '订单', due: '答复期限', link: '请在此查看并答复：' },
}

/** Writes the mail to the staff about a thread, English first and Chinese below. */
export function threadMail({ data }: ThreadMessage, link: string): MailText {
  const { reference, title, answerDueOn } = data
  const letters = (['en', 'zh'] as const).map((language) => {
    const { about, due, link: more } = closing[language]
    const colon = language === 'en' ? ': ' : '：'
    return {
      ...{ language, more, link },
      heading:
        reference === undefined
          ? title[language]
          : `${about} ${reference}${colon}${title[language]}`,
      paragraphs: answerDueOn === undefined ? [] : [`${due}${colon}${answerDueOn}`],
      moneyLines: [],
    }
  })
  const subject = `${title.en} · ${title.zh}`
  return asMailText(reference === undefined ? subject : `${reference}: ${subject}`, letters)
}
