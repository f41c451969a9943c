import { Button, Group, Loader, Stack, Text } from '@mantine/core'

import type { CaseView } from '../../../../api/views/case-view.ts'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { useCaseChange } from '../use-case-change.ts'

const words = {
  prepare: { en: 'Check the case now', zh: '立即检查' },
  again: { en: "Work out today's figures", zh: '按今日数据重新核算' },
  atWork: {
    en: 'Lane, charges, papers and declaration are being worked out. The page shows the result by itself.',
    zh: '正在确定通关通道、税费、单证和报关单，完成后页面会自动更新。',
  },
}

/** Has the case prepared: by itself it happens after each change, here it is asked for. */
export function PrepareAction({
  view,
  why,
}: {
  readonly view: CaseView
  readonly why: 'work' | 'day'
}) {
  const say = useSay()
  const session = useSession()
  const prepare = useCaseChange(view.id)
  return (
    <Stack gap="sm">
      {why === 'work' && (
        <Group gap="sm" wrap="nowrap">
          <Loader size="sm" aria-hidden />
          <Text size="sm">{say(words.atWork)}</Text>
        </Group>
      )}
      <ProblemNote error={prepare.error} />
      {session.may('cases.prepare') && (
        <Group>
          <Button
            variant="default"
            loading={prepare.isPending}
            onClick={() => prepare.mutate({ at: '/prepare' })}
          >
            {say(why === 'work' ? words.prepare : words.again)}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
