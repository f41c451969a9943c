import { Badge } from '@mantine/core'

import type { ExchangeMessageView } from '../../../../api/views/exchange-message-view.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { sentStates } from '../../case/messages/sent-states.ts'

type SentState = ExchangeMessageView['state']

const colours: Readonly<Record<SentState, string>> = {
  due: 'blue',
  sending: 'blue',
  unknown: 'yellow',
  sent: 'teal',
  refused: 'orange',
  dead: 'red',
  'set-aside': 'gray',
}

/** What became of a message, in a word. */
export function MessageState({ state }: { readonly state: SentState }) {
  const say = useSay()
  return (
    <Badge variant="light" radius="sm" color={colours[state]} c="var(--mantine-color-text)">
      {say(sentStates[state])}
    </Badge>
  )
}
