import { Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { change } from '../../../kit/api/ask.ts'
import { Dialog } from '../../../kit/components/Dialog.tsx'
import { StackedForm } from '../../../kit/components/StackedForm.tsx'
import { showNotice } from '../../../kit/notices.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { authorityKey } from '../authority-queries.ts'
import type { CriterionPlace } from './AttachDocument.tsx'

const words = {
  title: (name: string) => ({ en: `Judge: ${name}`, zh: `评定：${name}` }),
  lead: {
    en: 'By the documents and the figures as they stand now. What happens against you afterwards takes the judgement back.',
    zh: '以现有文件和数据为准。此后出现不利记录时，本评定自动失效。',
  },
  verdict: { en: 'It is', zh: '结论' },
  met: { en: 'met', zh: '符合' },
  'not-met': { en: 'not met', zh: '不符合' },
  reason: { en: 'Why', zh: '理由' },
  expiresOn: { en: 'Last day of the judgement', zh: '评定到期日' },
  expiresHelp: { en: 'Empty where it does not end', zh: '长期有效则不填' },
  judge: { en: 'Put on record', zh: '记录评定' },
  judged: { en: 'The judgement is on record', zh: '评定已记录' },
}

const verdicts = ['met', 'not-met'] as const

/** Puts on record whether somebody holds a criterion to be met. */
export function JudgeCriterion(props: CriterionPlace & { readonly onClose: () => void }) {
  const { authority, scheme, criterion, onClose } = props
  const say = useSay()
  const queries = useQueryClient()
  const [verdict, setVerdict] = useState<string>('')
  const [reason, setReason] = useState('')
  const [expiresOn, setExpiresOn] = useState('')
  const judging = useMutation({
    mutationFn: () =>
      change(`/v1/authorities/${authority}/standing/judgements`, {
        body: {
          ...{ scheme, criterion: criterion.id, verdict },
          reason: reason.replaceAll(/\s+/g, ' ').trim(),
          ...(expiresOn !== '' && { expiresOn }),
        },
      }),
    onSuccess: async () => {
      showNotice({ message: say(words.judged) })
      await queries.invalidateQueries({ queryKey: authorityKey(authority) })
      onClose()
    },
  })
  return (
    <Dialog onClose={onClose} title={say(words.title(say(criterion.name)))} size="lg">
      <StackedForm
        submit={say(words.judge)}
        isPending={judging.isPending}
        error={judging.error}
        isReady={verdict !== '' && reason.trim() !== ''}
        onSubmit={() => judging.mutate()}
      >
        <Text size="sm">{say(words.lead)}</Text>
        <Radio.Group label={say(words.verdict)} value={verdict} onChange={setVerdict} required>
          <Stack gap={6} mt={6}>
            {verdicts.map((value) => (
              <Radio key={value} value={value} label={say(words[value])} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={say(words.reason)}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          maxLength={1_000}
          autosize
          minRows={2}
          required
        />
        <TextInput
          type="date"
          label={say(words.expiresOn)}
          description={say(words.expiresHelp)}
          value={expiresOn}
          onChange={({ currentTarget }) => setExpiresOn(currentTarget.value)}
        />
      </StackedForm>
    </Dialog>
  )
}
