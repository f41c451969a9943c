import { Progress } from '@mantine/core'

import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import type { ChannelView } from './ChannelCard.tsx'
import styles from './channels.module.css'
import { ChartFigure } from './ChartFigure.tsx'

const words = {
  title: { en: 'Use of the limit', zh: '限额使用' },
  used: (used: string, limit: string) => ({
    en: `${used} of ${limit} a minute`,
    zh: `每分钟 ${limit} 次，已用 ${used} 次`,
  }),
  unlimited: (used: string) => ({
    en: `${used} in the last minute; no limit is set`,
    zh: `最近一分钟 ${used} 次；未设限额`,
  }),
  why: {
    en: 'The limit of the authority holds for everybody together, and turns are shared fairly. Each attempt takes one request or more.',
    zh: '海关的限额由所有用户共用，公平轮流。每次尝试至少占用一次请求。',
  },
}

/** How much of what the authority allows is used at present, by everybody. */
export function LimitUse({ use }: { readonly use: ChannelView['use'] }) {
  const say = useSay()
  const { number } = useFormats()
  const { attemptsInMinute, requestsPerMinute } = use
  const used = number(attemptsInMinute)
  const text =
    requestsPerMinute === undefined
      ? say(words.unlimited(used))
      : say(words.used(used, number(requestsPerMinute)))
  return (
    <ChartFigure title={say(words.title)} note={text}>
      {requestsPerMinute !== undefined && (
        <Progress
          value={Math.min(100, (attemptsInMinute / requestsPerMinute) * 100)}
          aria-label={`${say(words.title)}: ${text}`}
          size="lg"
        />
      )}
      <p className={styles.quiet}>{say(words.why)}</p>
    </ChartFigure>
  )
}
