import { Button } from '@mantine/core'

import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { showNotice } from '../../../kit/notices.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { useCaseChange } from '../use-case-change.ts'

const words = {
  stopped: { en: 'The case is stopped.', zh: '本案已停办。' },
  undo: { en: 'Take it up again', zh: '重新启动' },
  reason: 'The stop was taken back.',
}

/** Says that a case was stopped, with a button that takes it up again. */
export function noticeOfStop(caseId: string): void {
  showNotice({
    id: `stopped-${caseId}`,
    message: <StoppedNotice caseId={caseId} />,
    autoClose: 12_000,
  })
}

function StoppedNotice({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const reopen = useCaseChange(caseId)
  return (
    <>
      {say(words.stopped)}{' '}
      <Button
        size="compact-xs"
        variant="default"
        loading={reopen.isPending}
        disabled={reopen.isSuccess}
        onClick={() => reopen.mutate({ at: '/reopen', body: { reason: words.reason } })}
      >
        {say(words.undo)}
      </Button>
      <ProblemNote error={reopen.error} />
    </>
  )
}
