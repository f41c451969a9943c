import { Button, Group, NativeSelect, Text, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'

import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { useCaseChange } from '../use-case-change.ts'
import { ActionForm } from './ActionForm.tsx'

const words = {
  ground: { en: 'Ground for customs', zh: '撤销理由类别' },
  why: { en: 'Why, in words for customs (English)', zh: '向海关说明理由（请用英文）' },
  ask: { en: 'Ask customs to withdraw it', zh: '申请撤销报关单' },
  sending: (seconds: number) => ({
    en: `The request goes to customs in ${seconds} s. Nothing is sent yet.`,
    zh: `${seconds} 秒后发送给海关，目前尚未发送。`,
  }),
  back: { en: 'Do not send', zh: '不发送' },
  final: {
    en: 'Once customs grant it the declaration is void and the case ends.',
    zh: '海关批准后报关单作废，本案终结。',
  },
}

const grounds = {
  'no-longer-required': { en: 'The goods are no longer imported', zh: '货物不再进口' },
  duplicate: { en: 'The goods were declared twice', zh: '重复申报' },
  other: { en: 'Another ground', zh: '其他' },
} as const

/** How long a person can think better of it before the request leaves. */
const GRACE_SECONDS = 6

/** Asks for the declaration to be withdrawn; for some seconds the request can be held back. */
export function InvalidateAction({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const ask = useCaseChange(caseId)
  const [reason, setReason] = useState<keyof typeof grounds>('no-longer-required')
  const [explanation, setExplanation] = useState('')
  const [secondsLeft, setSecondsLeft] = useState<number>()
  const { mutate } = ask
  useEffect(() => {
    if (secondsLeft === undefined) return
    const timer = setTimeout(() => {
      if (secondsLeft > 1) return setSecondsLeft(secondsLeft - 1)
      setSecondsLeft(undefined)
      mutate({ at: '/invalidation', body: { reason, explanation } })
    }, 1_000)
    return () => clearTimeout(timer)
  }, [secondsLeft, mutate, reason, explanation])
  if (secondsLeft !== undefined) {
    return (
      <Group role="status">
        <Text size="sm">{say(words.sending(secondsLeft))}</Text>
        <Button variant="default" size="xs" onClick={() => setSecondsLeft(undefined)}>
          {say(words.back)}
        </Button>
      </Group>
    )
  }
  return (
    <ActionForm
      button={say(words.ask)}
      color="red"
      isPending={ask.isPending}
      isReady={explanation.trim() !== ''}
      error={ask.error}
      onSubmit={() => setSecondsLeft(GRACE_SECONDS)}
    >
      <NativeSelect
        label={say(words.ground)}
        value={reason}
        data={Object.entries(grounds).map(([value, label]) => ({ value, label: say(label) }))}
        onChange={({ currentTarget }) => setReason(currentTarget.value as keyof typeof grounds)}
      />
      <Textarea
        label={say(words.why)}
        required
        autosize
        minRows={2}
        maxLength={512}
        value={explanation}
        onChange={({ currentTarget }) => setExplanation(currentTarget.value)}
      />
      <Text size="sm" c="dimmed">
        {say(words.final)}
      </Text>
    </ActionForm>
  )
}
