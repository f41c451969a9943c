import type { ThreadNews, ThreadNewsType } from '../correspondence/correspondence-ports.ts'
import type { BilingualText } from '../customs/bilingual-text.ts'
import type { Instant, LocalDate } from '../customs/calendar/local-date.ts'

/** What endpoints and the staff of a business are told of letters with an authority. */
export const threadNewsTypes: readonly {
  readonly type: ThreadNewsType
  readonly title: BilingualText
}[] = [
  {
    type: 'correspondence.received',
    title: { en: 'Customs wrote a letter', zh: '海关来函' },
  },
  {
    type: 'correspondence.decided',
    title: {
      en: 'Customs decided what it was asked for in a letter',
      zh: '海关就来函事项作出决定',
    },
  },
  {
    type: 'correspondence.refused',
    title: { en: 'Customs did not take a letter', zh: '海关未受理信函' },
  },
  {
    type: 'correspondence.due-soon',
    title: { en: 'An answer to customs is due soon', zh: '答复海关的期限将至' },
  },
  {
    type: 'correspondence.overdue',
    title: { en: 'An answer to customs is overdue', zh: '答复海关已逾期' },
  },
  {
    type: 'correspondence.office-overdue',
    title: { en: 'Customs has not answered in its time', zh: '海关未在期限内答复' },
  },
]

/**
 * What is said of a thread: the body of its webhook, and what its mail is written from. It holds no words
 * of a letter and no personal data.
 */
export interface ThreadMessage {
  readonly type: ThreadNewsType
  readonly timestamp: Instant
  readonly data: {
    readonly threadId: string
    readonly kind: ThreadNews['kind']
    readonly title: BilingualText
    readonly caseId?: string
    /** Of the case. */
    readonly reference?: string
    readonly answerDueOn?: LocalDate
    readonly outcome?: string
    readonly links: { readonly thread: string }
  }
}

/** The message about a thread. */
export function threadMessage(
  { about, type, ...news }: ThreadNews,
  { now, publicUrl }: { readonly now: Instant; readonly publicUrl: string },
): ThreadMessage {
  const { title } = threadNewsTypes.find((known) => known.type === type)!
  const links = { thread: `${publicUrl}/v1/correspondence/${news.threadId}` }
  return { type, timestamp: now, data: { ...news, ...about, title, links } }
}
