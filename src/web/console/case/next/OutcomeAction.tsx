import { NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'

import type { CaseView } from '../../../../api/views/case-view.ts'
import { useSession } from '../../../kit/session.ts'
import { colon } from '../../../kit/words/colon.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { useCaseChange } from '../use-case-change.ts'
import { ActionForm } from './ActionForm.tsx'
import { RecordedReason } from './RecordedReason.tsx'

const words = {
  because: { en: 'Customs gave as reason', zh: '海关说明的理由' },
  what: { en: 'What becomes of the goods', zh: '货物如何处置' },
  why: { en: 'Why, for those who read the record', zh: '理由（留存备查）' },
  record: { en: 'Record for good', zh: '确认登记' },
  final: { en: 'This ends the case and cannot be taken back.', zh: '登记后本案终结，不可撤回。' },
  readOnly: {
    en: 'Your role may not decide it. Somebody who declares can.',
    zh: '您的角色无权决定，请联系申报人员。',
  },
}

const outcomes = {
  returned: { en: 'They go back to the sender', zh: '退回发货人' },
  destroyed: { en: 'They are destroyed', zh: '销毁' },
  abandoned: { en: 'They are abandoned to the state', zh: '放弃，交由海关处理' },
  restored: { en: 'Customs gave them back', zh: '海关已发还' },
  forfeited: { en: 'They are forfeited', zh: '已被没收' },
} as const

type Outcome = keyof typeof outcomes

/** Records what becomes of goods that were refused or seized. */
export function OutcomeAction({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const session = useSession()
  const decide = useCaseChange(view.id)
  const choices: readonly Outcome[] =
    view.state === 'seized' ? ['restored', 'forfeited'] : ['returned', 'destroyed', 'abandoned']
  const [outcome, setOutcome] = useState<string>(choices[0] ?? 'returned')
  const [reason, setReason] = useState('')
  return (
    <>
      {view.outcomeReason !== undefined && (
        <Text mb="sm">
          {say(words.because)}
          {say(colon)}
          <strong>{view.outcomeReason}</strong>
        </Text>
      )}
      {session.may('outcomes.decide') ? (
        <ActionForm
          button={say(words.record)}
          isPending={decide.isPending}
          isReady={reason.trim() !== ''}
          error={decide.error}
          onSubmit={() => decide.mutate({ at: '/outcome', body: { outcome, reason } })}
        >
          <NativeSelect
            label={say(words.what)}
            value={outcome}
            data={choices.map((value) => ({ value, label: say(outcomes[value]) }))}
            onChange={({ currentTarget }) => setOutcome(currentTarget.value)}
          />
          <RecordedReason label={say(words.why)} value={reason} onChange={setReason} />
          <Text size="sm" c="dimmed">
            {say(words.final)}
          </Text>
        </ActionForm>
      ) : (
        <Text size="sm">{say(words.readOnly)}</Text>
      )}
    </>
  )
}
