import { Anchor, UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { sentStates } from '../../case/messages/sent-states.ts'
import { useExchangeSearch } from '../use-exchange-search.ts'
import type { ChannelView } from './ChannelCard.tsx'
import styles from './channels.module.css'
import { ChartFigure } from './ChartFigure.tsx'

const words = {
  title: { en: 'Not with customs', zh: '未达海关' },
  none: { en: 'Nothing waits.', zh: '无待发报文。' },
  oldest: (span: string) => ({ en: `longest waiting: ${span}`, zh: `最长等待 ${span}` }),
  connection: (count: string) => ({
    en: `${count} of them wait for your connection with HMRC.`,
    zh: `其中 ${count} 份等待贵方连接英国海关。`,
  }),
  connect: { en: 'Connect', zh: '去连接' },
}

/** In the order in which they need somebody. */
const states = ['dead', 'refused', 'unknown', 'sending', 'due'] as const

/** What is not with the authority, by what has become of it; each part leads to its messages. */
export function WaitingMessages({ channel }: { readonly channel: ChannelView }) {
  const say = useSay()
  const { number, span } = useFormats()
  const { change } = useExchangeSearch()
  const { waiting, oldestDueSeconds, waitingForConnection } = channel
  const total = states.reduce((sum, state) => sum + waiting[state], 0)
  const shown = states.filter((state) => waiting[state] > 0)
  return (
    <ChartFigure
      title={say(words.title)}
      note={oldestDueSeconds ? say(words.oldest(span(oldestDueSeconds))) : undefined}
    >
      <div className={styles.queue} aria-hidden>
        {shown.map((state) => (
          <span key={state} data-state={state} style={{ flexGrow: waiting[state] }} />
        ))}
      </div>
      {total === 0 && <p className={styles.quiet}>{say(words.none)}</p>}
      <ul className={styles.states} aria-label={say(words.title)}>
        {shown.map((state) => (
          <li key={state}>
            <UnstyledButton
              className={styles.state}
              onClick={() =>
                change({ list: undefined, state, channel: channel.channel, message: undefined })
              }
            >
              <span className={styles.swatch} data-state={state} aria-hidden />
              {say(sentStates[state])} <strong>{number(waiting[state])}</strong>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {waitingForConnection > 0 && (
        <p className={styles.quiet}>
          {say(words.connection(number(waitingForConnection)))}{' '}
          <Anchor component={Link} to="/settings/connections" size="xs" underline="always">
            {say(words.connect)}
          </Anchor>
        </p>
      )}
    </ChartFigure>
  )
}
