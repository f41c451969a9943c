import { Alert, Anchor, Paper, Stack, Text, Title } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'

import type { CaseView } from '../../../../api/views/case-view.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { useSession } from '../../../kit/session.ts'
import { casePhases } from '../../../kit/terms/case-phases.ts'
import { caseStates } from '../../../kit/terms/case-states.ts'
import { waitingFor } from '../../../kit/terms/waiting-for.ts'
import { failureText } from '../../../kit/words/failure-text.ts'
import { useLanguage, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { usePhase } from '../use-phase.ts'
import { AnswerDocuments } from './AnswerDocuments.tsx'
import { AnswerQuestion } from './AnswerQuestion.tsx'
import { DeclareAction } from './DeclareAction.tsx'
import { GoodsEditProvider } from './GoodsEditProvider.tsx'
import { MendGoods } from './MendGoods.tsx'
import styles from './NextStep.module.css'
import { OtherSteps } from './OtherSteps.tsx'
import { OutcomeAction } from './OutcomeAction.tsx'
import { PrepareAction } from './PrepareAction.tsx'
import { ReasonAction } from './ReasonAction.tsx'
import { ReplayMessages } from './ReplayMessages.tsx'
import { SupplementaryAction } from './SupplementaryAction.tsx'
import { TransportAction } from './TransportAction.tsx'
import { UndeliveredNote } from './UndeliveredNote.tsx'

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
  mayNotReopen: {
    en: 'Your role may not take it up again. Somebody who declares can.',
    zh: '您的角色无权重新启动，请联系申报人员。',
  },
  reopen: { en: 'Take the case up again', zh: '重新启动本案' },
  since: { en: 'since', zh: '始于' },
}

/** The card at the top of a case: what has to happen next, and the means to do it. */
export function NextStep({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const { nextAction, state } = view
  const phase = usePhase(view)
  const waiting = nextAction && (phase ? casePhases[phase] : waitingFor[nextAction.waitingFor])
  const term = waiting ?? caseStates[state]
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
        <GoodsEditProvider key={view.id}>
          <Suspense fallback={<LoadingRows rows={2} />}>
            <ReplayMessages view={view} />
            <UndeliveredNote view={view} />
            <NextAction view={view} />
          </Suspense>
          <OtherSteps view={view} />
        </GoodsEditProvider>
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
  const { may } = useSession()
  switch (view.nextAction?.waitingFor) {
    case 'preparation':
      return <PrepareAction view={view} why="work" />
    case 'goods-data':
      return <MendAction view={view} />
    case 'declaring':
      // What was chosen holds for these figures and for where the goods are; other news leave it be.
      return <DeclareAction key={`${view.quote?.on} ${view.transport}`} view={view} />
    case 'a-decision-of-staff':
      return (
        <>
          <Obstacles obstacles={view.obstacles} />
          {may('cases.reopen') ? (
            <ReasonAction
              caseId={view.id}
              at="/reopen"
              label={say(words.reopenReason)}
              button={say(words.reopen)}
            />
          ) : (
            <Text size="sm">{say(words.mayNotReopen)}</Text>
          )}
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
    case 'supplementary-declaration':
      return (
        <>
          <SupplementaryAction view={view} />
          {isUnderway(view) && <TransportAction view={view} />}
        </>
      )
    case 'funds':
    case 'the-authority':
    case undefined:
      return null
  }
}

/** The goods are let go and have not come to their end; carriers go on meanwhile. */
function isUnderway({ state }: CaseView): boolean {
  return state === 'released' || state === 'cleared'
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

/** Since when a case has waited, for the head of its page. */
export function Since({ at }: { readonly at: string }) {
  const say = useSay()
  return (
    <>
      {say(words.since)} <InstantText at={at} as="ago" />
    </>
  )
}
