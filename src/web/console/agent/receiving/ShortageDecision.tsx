import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { OrderView } from '../../../../api/views/order-view.ts'
import { change } from '../../../kit/api/ask.ts'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'

const words = {
  title: { en: 'Pieces are missing: what now?', zh: '货物不齐，如何处理？' },
  lead: {
    en: 'Count the rest below when it comes. Or decide now; papers and duty follow what really came.',
    zh: '其余货物到后在下方清点；也可现在决定，单证与税费以实到为准。',
  },
  reason: { en: 'Why', zh: '原因' },
  wait: { en: 'Wait for the rest', zh: '等待其余' },
  ship: { en: 'Ship what came', zh: '先发已到部分' },
  back: { en: 'Send it back', zh: '退回' },
}

type Choice = 'wait' | 'ship-what-came' | 'send-back'

/** Asks what becomes of an order of which pieces are missing. */
export function ShortageDecision({ order }: { readonly order: OrderView }) {
  const say = useSay()
  const { may } = useSession()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const decide = useMutation({
    mutationFn: (choice: Choice) =>
      change(`/v1/orders/${order.id}/warehouse-decision`, {
        body: { choice, reason: reason.trim() },
      }),
    onSuccess: () =>
      Promise.all(
        [['orders'], ['stock'], ['buyers']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  })
  if (!may('warehouse.decide')) return null
  const isReady = reason.trim() !== '' && !decide.isPending
  const choices = [
    ['wait', words.wait],
    ['ship-what-came', words.ship],
    ['send-back', words.back],
  ] as const
  return (
    <Alert
      color="yellow"
      variant="outline"
      mb="lg"
      title={say(words.title)}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <Stack gap="sm">
        <Text size="sm">{say(words.lead)}</Text>
        <TextInput
          label={say(words.reason)}
          value={reason}
          maxLength={512}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group>
          {choices.map(([choice, label]) => (
            <Button
              key={choice}
              variant="default"
              disabled={!isReady}
              onClick={() => decide.mutate(choice)}
            >
              {say(label)}
            </Button>
          ))}
        </Group>
        <ProblemNote error={decide.error} />
      </Stack>
    </Alert>
  )
}
