import { Button, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import type { BulkRunView } from '../../../api/bulk-runs.ts'
import { change } from '../../kit/api/ask.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { type BulkAction, bulkActionNames } from './bulk-action-names.ts'
import type { PickedCase } from './BulkBar.tsx'
import classes from './BulkDialog.module.css'
import { Dialog } from '../../kit/components/Dialog.tsx'
import { StackedForm } from '../../kit/components/StackedForm.tsx'

const words = {
  about: {
    declare: {
      en: 'Each case that is ready is declared to customs. What is not ready stays as it is, and you see why.',
      zh: '可申报的案件将逐一向海关申报；未就绪的保持不变，并说明原因。',
    },
    prepare: {
      en: 'Lane, duties and papers of each case are worked out again with the rates of today.',
      zh: '按当日税率重新计算各案件的通道、税费和单证。',
    },
    stop: {
      en: 'Each case that is not declared yet is put aside. You can take it up again.',
      zh: '尚未申报的案件将暂停办理，之后可以重新启动。',
    },
    reopen: {
      en: 'Each stopped case is prepared again and goes on.',
      zh: '已停办的案件将重新准备并继续办理。',
    },
  },
  count: (count: number) => ({ en: `${count} selected`, zh: `共选择 ${count} 个` }),
  which: { en: 'Selected cases', zh: '所选案件' },
  reason: { en: 'Reason, for those who read the record', zh: '原因（将记入案件记录）' },
  arrival: { en: 'Where are the goods?', zh: '货物在哪里？' },
  before: { en: 'On their way: declare before arrival', zh: '在途：到港前申报' },
  after: { en: 'They have arrived', zh: '已到港' },
  cancel: { en: 'Cancel', zh: '取消' },
}

interface BulkDialogProps {
  readonly action: BulkAction
  readonly cases: readonly PickedCase[]
  readonly onClose: () => void
  readonly onStarted: (run: BulkRunView) => void
}

/** Says what an action will do before it is done, and asks for what it needs. */
export function BulkDialog({ action, cases, onClose, onStarted }: BulkDialogProps) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [additionalType, setAdditionalType] = useState('D')
  const needsReason = action === 'stop' || action === 'reopen'
  const start = useMutation({
    mutationFn: () =>
      change<BulkRunView>('/v1/cases/bulk', {
        body: {
          ...{ action, caseIds: cases.map(({ id }) => id) },
          ...(needsReason && { reason }),
          ...(action === 'declare' && { additionalType }),
        },
      }),
    onSuccess: onStarted,
  })
  return (
    <Dialog
      onClose={onClose}
      title={`${say(bulkActionNames[action])} · ${say(words.count(cases.length))}`}
    >
      <StackedForm
        submit={say(bulkActionNames[action])}
        isPending={start.isPending}
        error={start.error}
        isReady={!needsReason || reason.trim() !== ''}
        onSubmit={() => start.mutate()}
        beside={
          <Button variant="default" onClick={onClose}>
            {say(words.cancel)}
          </Button>
        }
      >
        <Text size="sm">{say(words.about[action])}</Text>
        <ul className={classes.cases} aria-label={say(words.which)} tabIndex={0}>
          {cases.map(({ id, reference }) => (
            <li key={id}>{reference}</li>
          ))}
        </ul>
        {action === 'declare' && (
          <Radio.Group
            label={say(words.arrival)}
            value={additionalType}
            onChange={setAdditionalType}
          >
            <Stack gap={6} mt={6}>
              <Radio value="D" label={say(words.before)} />
              <Radio value="A" label={say(words.after)} />
            </Stack>
          </Radio.Group>
        )}
        {needsReason && (
          <Textarea
            label={say(words.reason)}
            value={reason}
            maxLength={512}
            required
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value.replaceAll('\n', ' '))}
          />
        )}
      </StackedForm>
    </Dialog>
  )
}
