import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'

import type { ExchangeMessageView } from '../../../../api/views/exchange-message-view.ts'
import { change } from '../../../kit/api/ask.ts'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { showNotice } from '../../../kit/notices.ts'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { exchangeKey } from '../exchange-queries.ts'

const words = {
  again: { en: 'Send again', zh: '重新发送' },
  againOf: (lrn: string) => ({ en: `Send again: ${lrn}`, zh: `重新发送：${lrn}` }),
  done: {
    en: 'It goes out again; customs are asked first whether they have it.',
    zh: '将重新发送；系统会先向海关查询是否已收到。',
  },
}

/** Sends a message again that was given up, at one press. */
export function ReplayButton({
  message: { id, lrn, mending },
}: {
  readonly message: Pick<ExchangeMessageView, 'id' | 'lrn' | 'mending'>
}) {
  const say = useSay()
  const queries = useQueryClient()
  const { may } = useSession()
  const replay = useMutation({
    mutationFn: () => change(`/v1/messages/${id}/replay`),
    onSuccess: () => showNotice({ message: say(words.done) }),
    onSettled: () => queries.invalidateQueries({ queryKey: exchangeKey }),
  })
  if (mending !== 'replay' || !may('messages.replay')) return null
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<RotateCw size={14} aria-hidden />}
        aria-label={say(words.againOf(lrn))}
        loading={replay.isPending}
        onClick={() => replay.mutate()}
      >
        {say(words.again)}
      </Button>
      <ProblemNote error={replay.error} />
    </>
  )
}
