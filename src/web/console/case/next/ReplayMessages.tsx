import { Alert, Button, Text } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'

import type { CaseView } from '../../../../api/views/case-view.ts'
import { change } from '../../../kit/api/ask.ts'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseKey, caseQueries } from '../case-queries.ts'

const words = {
  dead: {
    en: 'A message to customs was given up after many attempts.',
    zh: '多次尝试后，一份报文已放弃发送。',
  },
  again: { en: 'Send it again', zh: '重新发送' },
}

/** Messages that were given up hold a case up without its state saying so. */
export function ReplayMessages({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const queries = useQueryClient()
  const { may } = useSession()
  const { sent } = useSuspenseQuery(caseQueries.messages(view.id)).data
  const replay = useMutation({
    mutationFn: (messageId: string) => change(`/v1/messages/${messageId}/replay`),
    onSettled: () => queries.invalidateQueries({ queryKey: caseKey(view.id) }),
  })
  const given = sent.filter(({ state }) => state === 'dead')
  return given.map(({ id, meaning, lastError }) => (
    <Alert key={id} color="red" title={say(words.dead)}>
      <Text size="sm">{say(meaning)}</Text>
      {lastError !== undefined && (
        <Text size="sm" c="dimmed">
          {lastError}
        </Text>
      )}
      <ProblemNote error={replay.error} />
      {may('messages.replay') && (
        <Button
          mt="xs"
          size="xs"
          variant="default"
          loading={replay.isPending}
          onClick={() => replay.mutate(id)}
        >
          {say(words.again)}
        </Button>
      )}
    </Alert>
  ))
}
