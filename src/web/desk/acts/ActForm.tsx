import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState, type ReactNode, type SubmitEvent } from 'react'

import type { OfficerAct } from '../../../authority/officers/possible-acts.ts'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { colon } from '../../kit/words/colon.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { notificationWord } from '../terms/notifications.ts'
import { actTerms } from './act-terms.ts'
import { UnreadEntries } from './UnreadEntries.tsx'
import type { PreparedAct } from './use-act.ts'

const words = {
  told: { en: 'The trader is told', zh: '将通知贸易商' },
  byLetter: { en: 'The trader is told by letter.', zh: '将以函件通知贸易商。' },
  notTold: { en: 'The trader is not told.', zh: '不通知贸易商。' },
  sure: {
    en: 'I have checked this; it cannot be taken back.',
    zh: '我已核对，并知悉此操作不可撤回。',
  },
  cancel: { en: 'Cancel', zh: '取消' },
}

interface ActFormProps {
  readonly act: OfficerAct
  readonly children: ReactNode
  readonly onSubmit: () => void
  readonly onCancel: () => void
  readonly prepared: PreparedAct
}

/** The form of an act: what it does, what it needs, what the trader will be told. */
export function ActForm({ act, children, onSubmit, onCancel, prepared }: ActFormProps) {
  const say = useSay()
  const [isSure, setIsSure] = useState(false)
  const { label, effect, told, byLetter, isFinal } = actTerms[act]
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form onSubmit={submit} aria-label={say(label)}>
      <Stack gap="sm" py="sm">
        <Text size="sm">{say(effect)}</Text>
        {children}
        <Text size="sm" c="dimmed">
          {told.length === 0
            ? say(byLetter === true ? words.byLetter : words.notTold)
            : `${say(words.told)}${say(colon)}${told.map((code) => `${code} ${say(notificationWord(code))}`).join(' → ')}`}
        </Text>
        {isFinal === true && (
          <Checkbox
            label={say(words.sure)}
            checked={isSure}
            required
            onChange={({ currentTarget }) => setIsSure(currentTarget.checked)}
          />
        )}
        <UnreadEntries act={prepared} />
        <ProblemNote error={prepared.error} />
        <Group gap="xs">
          <Button
            type="submit"
            loading={prepared.isBusy}
            disabled={prepared.unread.length > 0}
            {...(act === 'refuse' || act === 'seize' ? { color: 'red.9' } : {})}
          >
            {say(label)}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {say(words.cancel)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
