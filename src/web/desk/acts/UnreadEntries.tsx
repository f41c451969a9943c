import { Alert, Button, List } from '@mantine/core'

import { InstantText } from '../../kit/components/InstantText.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { actorWord, historyWord } from '../terms/history.ts'
import type { PreparedAct } from './use-act.ts'

const words = {
  title: {
    en: 'The dossier has changed since you opened this form',
    zh: '打开此表单后，卷宗已有变化',
  },
  read: { en: 'I have read it and go on', zh: '我已阅读，继续' },
}

/** What has come into the dossier under an open form; what was typed into the form stays. */
export function UnreadEntries({ act }: { readonly act: PreparedAct }) {
  const say = useSay()
  if (act.unread.length === 0) return null
  return (
    <Alert role="alert" color="orange" title={say(words.title)}>
      <List size="sm" spacing={4}>
        {act.unread.map(({ id, what, actor, at }) => (
          <List.Item key={id}>
            {say(historyWord(what))} · {say(actorWord(actor))} · <InstantText at={at} />
          </List.Item>
        ))}
      </List>
      <Button size="xs" mt="sm" variant="default" onClick={() => act.acknowledge()}>
        {say(words.read)}
      </Button>
    </Alert>
  )
}
