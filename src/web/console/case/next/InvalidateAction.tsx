import { NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'

import { Confirm } from '../../../kit/components/Confirm.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { useCaseChange } from '../use-case-change.ts'
import { ActionForm } from './ActionForm.tsx'
import { RecordedReason } from './RecordedReason.tsx'
import { placeOfRequests, type RequestProps } from './request-props.ts'

const words = {
  ground: { en: 'Ground for customs', zh: '撤销理由类别' },
  why: { en: 'Why, in words for customs (English)', zh: '向海关说明理由（请用英文）' },
  ask: { en: 'Ask customs to withdraw it', zh: '申请撤销报关单' },
  title: { en: 'Withdraw the declaration?', zh: '撤销报关单？' },
  send: { en: 'Send it to customs', zh: '发送给海关' },
  keep: { en: 'Do not send', zh: '不发送' },
  final: {
    en: 'Once customs grant it the declaration is void and the case ends.',
    zh: '海关批准后报关单作废，本案终结。',
  },
  ofSupplementary: { en: 'Withdraw the supplementary declaration?', zh: '撤销补充申报？' },
  owedAnew: {
    en: 'Once customs grant it the supplementary declaration is void and owed anew.',
    zh: '海关批准后补充申报作废，须重新提交。',
  },
  atOnce: {
    en: 'The request goes to customs at once and cannot be called back.',
    zh: '申请将立即发送给海关，无法撤回。',
  },
}

const grounds = {
  'no-longer-required': { en: 'The goods are no longer imported', zh: '货物不再进口' },
  duplicate: { en: 'The goods were declared twice', zh: '重复申报' },
  other: { en: 'Another ground', zh: '其他' },
} as const

type Ground = keyof typeof grounds

/** Asks customs to withdraw the declaration, after having asked whether that is really meant. */
export function InvalidateAction({ caseId, about }: RequestProps) {
  const say = useSay()
  const ask = useCaseChange(caseId)
  const [reason, setReason] = useState<Ground>('no-longer-required')
  const [explanation, setExplanation] = useState('')
  const [isConfirming, setIsConfirming] = useState(false)
  return (
    <>
      <ActionForm
        button={say(words.ask)}
        color="red"
        isPending={ask.isPending}
        isReady={explanation.trim() !== ''}
        error={ask.error}
        onSubmit={() => setIsConfirming(true)}
      >
        <NativeSelect
          label={say(words.ground)}
          value={reason}
          data={Object.entries(grounds).map(([value, label]) => ({ value, label: say(label) }))}
          onChange={({ currentTarget }) => setReason(currentTarget.value as Ground)}
        />
        <RecordedReason label={say(words.why)} value={explanation} onChange={setExplanation} />
        <Text size="sm" c="dimmed">
          {say(about === undefined ? words.final : words.owedAnew)}
        </Text>
      </ActionForm>
      <Confirm
        isOpen={isConfirming}
        title={say(about === undefined ? words.title : words.ofSupplementary)}
        confirm={say(words.send)}
        keep={say(words.keep)}
        isPending={ask.isPending}
        onConfirm={() => {
          setIsConfirming(false)
          ask.mutate({
            at: `${placeOfRequests(about)}/invalidation`,
            body: { reason, explanation },
          })
        }}
        onClose={() => setIsConfirming(false)}
      >
        <Stack gap="xs">
          <Text>{say(words.atOnce)}</Text>
          <Text size="sm">{say(grounds[reason])}</Text>
          <Text size="sm" lang="en">
            {explanation}
          </Text>
        </Stack>
      </Confirm>
    </>
  )
}
