import { Alert, Anchor, Button, Collapse, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, useState } from 'react'

import type { CaseView } from '../../../../api/views/case-view.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { useSession } from '../../../kit/session.ts'
import { caseStates } from '../../../kit/terms/case-states.ts'
import { waitingFor } from '../../../kit/terms/waiting-for.ts'
import { failureText } from '../../../kit/words/failure-text.ts'
import { useLanguage, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { AnswerDocuments } from './AnswerDocuments.tsx'
import { AnswerQuestion } from './AnswerQuestion.tsx'
import { DeclareAction } from './DeclareAction.tsx'
import { InvalidateAction } from './InvalidateAction.tsx'
import { MendGoods } from './MendGoods.tsx'
import styles from './NextStep.module.css'
import { OutcomeAction } from './OutcomeAction.tsx'
import { PrepareAction } from './PrepareAction.tsx'
import { ReasonAction } from './ReasonAction.tsx'
import { ReplayMessages } from './ReplayMessages.tsx'
import { noticeOfStop } from './notice-of-stop.tsx'
import { TransportAction } from './TransportAction.tsx'

const words = {
  next: { en: 'What to do next', zh: '下一步' },
  nothing: { en: 'Nothing is left to do', zh: '已无待办事项' },
  rejected: {
    en: 'Customs rejected the declaration. Mend what they name, then declare again.',
    zh: '海关退回了报关单。请补正所示内容后重新申报。',
  },
  toField: { en: 'See it in the declaration', zh: '在报关单中查看' },
  mend: {
    en: 'Mend these points; the case is then checked again by itself.',
    zh: '请补正以下各项，之后系统会自动重新检查。',
  },
  reopenReason: { en: 'Why it goes on', zh: '重新启动的理由' },
  reopen: { en: 'Take the case up again', zh: '重新启动本案' },
  other: { en: 'Other steps', zh: '其他操作' },
  stop: { en: 'Stop the case', zh: '停办本案' },
  stopReason: { en: 'Why it is stopped', zh: '停办的理由' },
  withdraw: { en: 'Withdraw the declaration', zh: '撤销报关单' },
  correct: { en: 'Mend the goods data', zh: '补正货物资料' },
  since: { en: 'since', zh: '始于' },
}

/** The card at the top of a case: what has to happen next, and the means to do it. */
export function NextStep({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const { nextAction, state } = view
  const term = nextAction === undefined ? caseStates[state] : waitingFor[nextAction.waitingFor]
  return (
    <Paper
      component="section"
      withBorder
      p="md"
      className={`${styles.card} screen-only`}
      data-whose={nextAction?.whose}
      aria-labelledby="next-step"
    >
      <Stack gap="sm">
        <div>
          <Text size="sm" c="dimmed">
            {say(nextAction === undefined ? words.nothing : words.next)}
          </Text>
          <Title order={2} size="h4" id="next-step">
            {say(term.label)}
          </Title>
          <Text size="sm">{say(term.explanation)}</Text>
        </div>
        <Suspense fallback={<LoadingRows rows={2} />}>
          <ReplayMessages view={view} />
          <NextAction view={view} />
        </Suspense>
        <OtherSteps key={state} view={view} />
      </Stack>
    </Paper>
  )
}

function Obstacles({ obstacles }: Pick<CaseView, 'obstacles'>) {
  const { language } = useLanguage()
  return obstacles.map((obstacle) => {
    const { message, lang } = failureText(obstacle, language)
    return (
      <Alert key={message} color="yellow" lang={lang}>
        {message}
      </Alert>
    )
  })
}

function NextAction({ view }: { readonly view: CaseView }) {
  const say = useSay()
  switch (view.nextAction?.waitingFor) {
    case 'preparation':
      return <PrepareAction view={view} why="work" />
    case 'goods-data':
      return <MendAction view={view} />
    case 'declaring':
      return <DeclareAction key={view.version} view={view} />
    case 'a-decision-of-staff':
      return (
        <>
          <Obstacles obstacles={view.obstacles} />
          <ReasonAction
            caseId={view.id}
            at="/reopen"
            label={say(words.reopenReason)}
            button={say(words.reopen)}
          />
        </>
      )
    case 'documents':
      return <AnswerDocuments view={view} />
    case 'an-answer':
      return <AnswerQuestion view={view} />
    case 'arrival':
    case 'carrier':
      return <TransportAction view={view} />
    case 'an-outcome':
      return <OutcomeAction view={view} />
    case 'funds':
    case 'the-authority':
    case undefined:
      return null
  }
}

function MendAction({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const { items } = useSuspenseQuery(caseQueries.openPoints(view.id)).data
  if (items.length === 0) {
    return (
      <>
        <PrepareAction view={view} why="work" />
        <MendGoods view={view} />
      </>
    )
  }
  const isRejected = items.some(({ source }) => source === 'authority')
  return (
    <>
      <Text>
        {say(isRejected ? words.rejected : words.mend)}{' '}
        {isRejected && (
          <Anchor
            underline="always"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/cases/$caseId"
                params={{ caseId: view.id }}
                search={{ section: 'declaration' }}
                resetScroll={false}
              />
            )}
          >
            {say(words.toField)}
          </Anchor>
        )}
      </Text>
      <MendGoods view={view} />
    </>
  )
}

type OtherStep = 'stop' | 'withdraw' | 'correct'

/** What is lawful beside the next step; each opens when it is wanted. */
function OtherSteps({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const { may } = useSession()
  const [open, setOpen] = useState<OtherStep>()
  const { id, state } = view
  const canStop = ['draft', 'preparing', 'ready'].includes(state) && may('cases.stop')
  const canWithdraw =
    ['registered', 'accepted'].includes(state) &&
    may('declarations.invalidate') &&
    view.requests.every((request) => request.state !== 'requested')
  const steps: readonly OtherStep[] = [
    ...(state === 'ready' && may('goods.change') ? (['correct'] as const) : []),
    ...(canStop ? (['stop'] as const) : []),
    ...(canWithdraw ? (['withdraw'] as const) : []),
  ]
  if (steps.length === 0) return null
  return (
    <Stack gap="sm" className={styles.other}>
      <Group gap="xs" role="group" aria-label={say(words.other)}>
        {steps.map((step) => (
          <Button
            key={step}
            size="xs"
            variant="default"
            aria-expanded={open === step}
            onClick={() => setOpen(open === step ? undefined : step)}
          >
            {say(words[step])}
          </Button>
        ))}
      </Group>
      <Collapse expanded={open !== undefined}>
        {open === 'correct' && (
          <Suspense fallback={<LoadingRows rows={3} />}>
            <MendGoods view={view} startsWhole />
          </Suspense>
        )}
        {open === 'stop' && (
          <ReasonAction
            caseId={id}
            at="/stop"
            label={say(words.stopReason)}
            button={say(words.stop)}
            color="red"
            onDone={() => noticeOfStop(id)}
          />
        )}
        {open === 'withdraw' && <InvalidateAction caseId={id} />}
      </Collapse>
    </Stack>
  )
}

/** Since when a case has waited, for the head of its page. */
export function Since({ at }: { readonly at: string }) {
  const say = useSay()
  return (
    <>
      {say(words.since)} <InstantText at={at} as="ago" />
    </>
  )
}
