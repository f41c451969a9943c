import { Anchor, List, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import type { AppealableView, ReviewView } from '../../../api/views/appealable-view.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { appealableWords, nameOfDecision, outcomeWords, stateWords } from './thread-words.ts'

const words = {
  chain: { en: 'Decision, review, tribunal', zh: '决定、复核与上诉' },
  decision: (name: string, day: string) => ({
    en: `${name} of ${day}`,
    zh: `${day} 的${name}`,
  }),
  review: { en: 'Review', zh: '复核' },
  asked: (day: string) => ({ en: `asked for on ${day}`, zh: `${day} 提出` }),
  concludedBy: (day: string) => ({
    en: `customs conclude it by ${day}`,
    zh: `海关应在 ${day} 前作出结论`,
  }),
  concluded: (outcome: string, day: string) => ({
    en: `${outcome}, ${day}`,
    zh: `${outcome}，${day}`,
  }),
  tribunal: { en: 'Tribunal', zh: '裁判庭' },
  notYet: {
    en: 'open once customs have concluded the review',
    zh: '海关作出复核结论后方可上诉',
  },
  until: (day: string) => ({
    en: `you can appeal there until ${day}; that appeal does not go through here`,
    zh: `可在 ${day} 前上诉；上诉不经本系统提出`,
  }),
  over: (day: string) => ({
    en: `the last day was ${day}; the tribunal may allow a later appeal`,
    zh: `最后日期为 ${day}；裁判庭可准许逾期上诉`,
  }),
  permission: {
    en: 'customs did not conclude a review; an appeal needs the tribunal’s permission',
    zh: '海关未作出复核结论；上诉须经裁判庭准许',
  },
  colon: { en: ': ', zh: '：' },
}

interface DecisionChainProps {
  readonly decided: Pick<AppealableView, 'decision' | 'decidedOn' | 'toldIn'>
  readonly review: ReviewView
  /** Whether the page is that of the review, which then has no link to itself. */
  readonly isHere?: boolean
}

/** The steps against a decision in their order: what was decided, its review, and what comes after. */
export function DecisionChain({ decided, review, isHere = false }: DecisionChainProps) {
  const say = useSay()
  const { day } = useFormats()
  const { decision, decidedOn, toldIn } = decided
  const name = nameOfDecision(say(appealableWords[decision]), toldIn)
  const decidedText = say(words.decision(name, day(decidedOn)))
  return (
    <List type="ordered" size="sm" mb="md" aria-label={say(words.chain)}>
      <List.Item>
        {toldIn === undefined ? (
          decidedText
        ) : (
          <Anchor component={Link} to={`/correspondence/${toldIn.threadId}`} size="sm">
            {decidedText}
          </Anchor>
        )}
      </List.Item>
      <List.Item>
        {isHere ? (
          <strong>{say(words.review)}</strong>
        ) : (
          <Anchor component={Link} to={`/correspondence/${review.threadId}`} size="sm">
            {say(words.review)}
          </Anchor>
        )}
        {say(words.colon)}
        <ReviewText review={review} />
      </List.Item>
      <List.Item>
        {say(words.tribunal)}
        {say(words.colon)}
        <TribunalText review={review} />
      </List.Item>
    </List>
  )
}

function ReviewText({ review }: { readonly review: ReviewView }): ReactNode {
  const say = useSay()
  const { day } = useFormats()
  const { askedOn, state, concludedBy, outcome, concludedOn } = review
  if (outcome !== undefined && concludedOn !== undefined) {
    return say(words.concluded(say(outcomeWords[outcome]), day(concludedOn)))
  }
  const where = concludedBy === undefined ? stateWords[state] : words.concludedBy(day(concludedBy))
  return `${say(words.asked(day(askedOn)))}; ${say(where)}`
}

function TribunalText({ review }: { readonly review: ReviewView }): ReactNode {
  const say = useSay()
  const { day } = useFormats()
  const { state, tribunal } = review
  if (tribunal === undefined) return say(state === 'closed' ? words.permission : words.notYet)
  const { lastDay, isOver, law } = tribunal
  return (
    <>
      <Text span size="sm">
        {say(isOver ? words.over(day(lastDay)) : words.until(day(lastDay)))}
      </Text>{' '}
      (
      <Anchor href={law.url} size="sm" underline="always">
        {law.title}
      </Anchor>
      )
    </>
  )
}
