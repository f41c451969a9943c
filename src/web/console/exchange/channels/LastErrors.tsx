import { UnstyledButton } from '@mantine/core'

import { InstantText } from '../../../kit/components/InstantText.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { attemptOutcomes } from '../messages/attempt-outcomes.ts'
import { useExchangeSearch } from '../use-exchange-search.ts'
import type { ChannelView } from './ChannelCard.tsx'
import styles from './channels.module.css'

const words = {
  title: { en: 'Last errors', zh: '最近的错误' },
  show: { en: 'Show the message', zh: '查看报文' },
}

/** How many are shown; the rest is in the messages themselves. */
const SHOWN = 5

/** The latest attempts that did not deliver their message, each leading to it. */
export function LastErrors({ channel: { lastErrors } }: { readonly channel: ChannelView }) {
  const say = useSay()
  const { change } = useExchangeSearch()
  if (lastErrors.length === 0) return null
  return (
    <section aria-label={say(words.title)} className={styles.errors}>
      <strong>{say(words.title)}</strong>
      <ul>
        {lastErrors.slice(0, SHOWN).map(({ at, messageId, outcome, why }) => (
          <li key={`${at} ${messageId}`}>
            <UnstyledButton
              className={styles.errorLink}
              title={say(words.show)}
              onClick={() => change({ message: messageId, stray: undefined })}
            >
              <InstantText at={at} as="ago" /> · {say(attemptOutcomes[outcome])}
            </UnstyledButton>
            {why !== undefined && (
              <span lang="en" className={styles.why}>
                {why}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
