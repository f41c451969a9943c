import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Mail, PenLine } from 'lucide-react'
import { useState } from 'react'

import { Dialog } from '../../kit/components/Dialog.tsx'
import { EmptyState } from '../../kit/components/EmptyState.tsx'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSession } from '../../kit/session.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { appealableRulingsQuery, threadsQuery } from './correspondence-queries.ts'
import { shownStandings } from './shown-standings.ts'
import { ThreadRows } from './ThreadRows.tsx'
import { WriteLetter } from './WriteLetter.tsx'

const words = {
  title: { en: 'Letters with customs', zh: '与海关的往来信函' },
  lead: {
    en: 'Questions, corrections, claims, rulings and appeals, about a case or about none. What waits for you comes first.',
    zh: '与案件有关或无关的咨询、更正、退税、预裁定和复核。等待您处理的排在前面。',
  },
  write: { en: 'Write a letter', zh: '写信' },
  none: { en: 'No letters here', zh: '没有信函' },
  noneWhy: {
    en: 'Write one about no case here; about a case, write it on the page of the case.',
    zh: '与案件无关的信函在此撰写；与案件有关的请在案件页面撰写。',
  },
  filter: { en: 'Which letters', zh: '筛选信函' },
  standings: {
    all: { en: 'All', zh: '全部' },
    'awaiting-us': { en: 'Your turn', zh: '等待您' },
    overdue: { en: 'Overdue', zh: '已逾期' },
    'awaiting-authority': { en: 'Their turn', zh: '等待海关' },
    ended: { en: 'Ended', zh: '已结束' },
  },
}

const appeal = ['appeal'] as const

const route = getRouteApi('/frame/correspondence')

/** All letters of the business with authorities, by whose turn it is and by their due day. */
export function CorrespondencePage() {
  const say = useSay()
  const { may } = useSession()
  const navigate = useNavigate()
  const { standing } = route.useSearch()
  const [isWriting, setIsWriting] = useState(false)
  const threads = useQuery(threadsQuery(standing))
  const rulings = useQuery({ ...appealableRulingsQuery, enabled: isWriting }).data?.items ?? []
  const items = threads.data?.items.toSorted(byPressure)
  return (
    <>
      <PageHead
        title={say(words.title)}
        lead={say(words.lead)}
        actions={
          may('correspondence.write') && (
            <Button
              leftSection={<PenLine size={16} aria-hidden />}
              onClick={() => setIsWriting(true)}
            >
              {say(words.write)}
            </Button>
          )
        }
      />
      <Group component="nav" gap="xs" mb="md" aria-label={say(words.filter)}>
        {([undefined, ...shownStandings] as const).map((one) => (
          <Button
            key={one ?? 'all'}
            renderRoot={(props) => (
              <Link
                {...props}
                to="/correspondence"
                search={one === undefined ? {} : { standing: one }}
              />
            )}
            size="xs"
            variant={one === standing ? 'filled' : 'default'}
            aria-current={one === standing ? 'page' : undefined}
          >
            {say(words.standings[one ?? 'all'])}
          </Button>
        ))}
      </Group>
      <ProblemNote error={threads.error} onRetry={() => void threads.refetch()} />
      {threads.isPending && <LoadingRows rows={4} height={56} />}
      {items?.length === 0 && (
        <EmptyState icon={Mail} title={say(words.none)}>
          {say(words.noneWhy)}
        </EmptyState>
      )}
      {items !== undefined && items.length > 0 && (
        <ThreadRows label={say(words.title)} threads={items} />
      )}
      {isWriting && (
        <Dialog title={say(words.write)} size="lg" onClose={() => setIsWriting(false)}>
          <WriteLetter
            kinds={['question', 'ruling-request', ...(rulings.length > 0 ? appeal : [])]}
            appealable={rulings}
            onSent={({ id }) => void navigate({ to: `/correspondence/${id}` })}
          />
        </Dialog>
      )}
    </>
  )
}

interface Pressing {
  readonly awaits?: 'trader' | 'office'
  readonly answerDueOn?: string
  readonly updatedAt: string
}

/** Ours before theirs, what is due sooner before what is due later, then what is newer. */
function byPressure(one: Pressing, other: Pressing): number {
  const ours = Number(other.awaits === 'trader') - Number(one.awaits === 'trader')
  if (ours !== 0) return ours
  const due = (one.answerDueOn ?? '9999').localeCompare(other.answerDueOn ?? '9999')
  return due !== 0 ? due : other.updatedAt.localeCompare(one.updatedAt)
}
