import { Alert, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'

import type { CaseView } from '../../../../api/views/case-view.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { isOnItsWay, isUndelivered } from '../undelivered.ts'

const words = {
  title: { en: 'Customs do not have this message yet', zh: '海关尚未收到此报文' },
  due: {
    en: 'It could not be delivered. It is kept and tried again by itself; there is nothing for you to do.',
    zh: '报文未能送达，已保存并将自动重试，您无需操作。',
  },
  unknown: {
    en: 'It went out and the answer was lost. Customs are asked whether they have it before it is sent again.',
    zh: '报文已发出但未收到应答。重发之前会先向海关查询是否已收到。',
  },
  next: { en: 'Next try', zh: '下次尝试' },
  tries: (count: number) => ({
    en: count === 1 ? 'after one try' : `after ${count} tries`,
    zh: `已尝试 ${count} 次`,
  }),
}

const LOOK_EVERY_MS = 3_000

/** Says what the state of a case does not: that a message to customs is still on its way. */
export function UndeliveredNote({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const { data } = useSuspenseQuery({
    ...caseQueries.messages(view.id),
    // Tries that fail change nothing in the case, so no news of the case tells of them.
    refetchInterval: ({ state }) => (state.data?.sent ?? []).some(isOnItsWay) && LOOK_EVERY_MS,
  })
  return data.sent.filter(isUndelivered).map(({ id, meaning, state, attempts, nextAttemptAt }) => (
    <Alert key={id} color="yellow" title={say(words.title)} styles={titleInText}>
      <Text size="sm">{say(meaning)}</Text>
      <Text size="sm">{say(state === 'unknown' ? words.unknown : words.due)}</Text>
      <Text size="sm" c="dimmed">
        {nextAttemptAt !== undefined && (
          <>
            {say(words.next)} <InstantText at={nextAttemptAt} as="clock" />,{' '}
          </>
        )}
        {say(words.tries(attempts))}
      </Text>
    </Alert>
  ))
}

const titleInText = { title: { color: 'var(--mantine-color-text)' } }
