import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import type { ExchangeMessageDetail } from '../../../../api/exchange-messages.ts'

/** What may come of an attempt to bring a message to an authority. */
export type AttemptOutcome = NonNullable<ExchangeMessageDetail['tries'][number]['outcome']>

/** What came of an attempt, in words. */
export const attemptOutcomes: Readonly<Record<AttemptOutcome, BilingualText>> = {
  delivered: { en: 'Taken in by customs', zh: '海关已接收' },
  known: { en: 'Customs had it already', zh: '海关此前已收到' },
  refused: { en: 'Customs did not take it in', zh: '海关未接收' },
  'not-sent': { en: 'Surely not sent', zh: '确定未发出' },
  unknown: { en: 'Sent, answer lost', zh: '已发出，应答丢失' },
  abandoned: { en: 'The sender did not come back', zh: '发送进程中断' },
}

/** The colour family of an outcome: well, not well, in doubt. */
export const attemptColours: Readonly<Record<AttemptOutcome, string>> = {
  delivered: 'teal',
  known: 'teal',
  refused: 'orange',
  'not-sent': 'red',
  unknown: 'yellow',
  abandoned: 'yellow',
}
