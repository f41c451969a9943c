import { Button, Group, Paper, Text } from '@mantine/core'
import { useState } from 'react'

import type { BulkRunView } from '../../../api/bulk-runs.ts'
import type { CaseSummary } from '../../../api/views/case-summary.ts'
import { useSession } from '../../kit/session.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import classes from './BulkBar.module.css'
import { bulkActionNames, type BulkAction } from './bulk-action-names.ts'
import { BulkDialog } from './BulkDialog.tsx'

const words = {
  picked: (count: number) => ({
    en: count === 1 ? '1 case selected' : `${count} cases selected`,
    zh: `已选择 ${count} 个案件`,
  }),
  most: (most: number) => ({ en: `at most ${most} at a time`, zh: `每次最多 ${most} 个` }),
  clear: { en: 'Clear selection', zh: '取消选择' },
  region: { en: 'Actions on the selection', zh: '批量操作' },
}

/** So many cases go at a time, as the interface has it. */
const CASES_MOST = 200

/** A case that is picked, and what people call it. */
export type PickedCase = Pick<CaseSummary, 'id' | 'reference'>

interface BulkBarProps {
  readonly cases: readonly PickedCase[]
  readonly onClear: () => void
  readonly onStarted: (run: BulkRunView) => void
}

/** What can be done with the cases that are picked. */
export function BulkBar({ cases, onClear, onStarted }: BulkBarProps) {
  const say = useSay()
  const { may } = useSession()
  const [asked, setAsked] = useState<BulkAction>()
  if (cases.length === 0) return null
  const isTooMany = cases.length > CASES_MOST
  return (
    <Paper
      component="section"
      aria-label={say(words.region)}
      withBorder
      shadow="md"
      p="xs"
      className={`${classes.bar ?? ''} screen-only`}
    >
      <Group gap="xs">
        <Text size="sm" fw={600} aria-live="polite">
          {say(words.picked(cases.length))}
          {isTooMany && `, ${say(words.most(CASES_MOST))}`}
        </Text>
        {(Object.keys(bulkActionNames) as BulkAction[])
          .filter((action) => may(`cases.${action}`))
          .map((action) => (
            <Button
              key={action}
              size="compact-sm"
              variant={action === 'declare' ? 'filled' : 'default'}
              disabled={isTooMany}
              onClick={() => setAsked(action)}
            >
              {say(bulkActionNames[action])}
            </Button>
          ))}
        <Button size="compact-sm" variant="subtle" onClick={onClear}>
          {say(words.clear)}
        </Button>
      </Group>
      {asked !== undefined && (
        <BulkDialog
          action={asked}
          cases={cases}
          onClose={() => setAsked(undefined)}
          onStarted={(run) => {
            setAsked(undefined)
            onStarted(run)
          }}
        />
      )}
    </Paper>
  )
}
