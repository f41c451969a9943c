import { Anchor, Badge, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { MailCheck } from 'lucide-react'

import type { AuthorityRelationshipView } from '../../../../api/authority-relationships.ts'
import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Row, Rows } from '../../settings/Row.tsx'
import { Section } from '../../settings/Section.tsx'
import styles from '../authority.module.css'

const words = {
  title: { en: 'Open', zh: '待办' },
  lead: {
    en: 'Questions, requests for documents, examinations, and what you have asked for. What waits for you comes first.',
    zh: '询问、单证要求、查验，以及您提出的申请。等待您处理的排在前面。',
  },
  none: { en: 'Nothing is open', zh: '没有待办事项' },
  noneLead: {
    en: 'What the authority asks of you, and what you ask of it, stands here until it is answered.',
    zh: '海关对您的要求和您向海关提出的申请，在得到答复之前会显示在此。',
  },
  yours: { en: 'Your turn', zh: '等待您' },
  theirs: { en: 'Their turn', zh: '等待海关' },
  due: { en: 'due', zh: '截止' },
  overdue: { en: 'Overdue', zh: '已逾期' },
  noCase: { en: 'About no case', zh: '与案件无关' },
  since: { en: 'open since', zh: '开始于' },
}

const kinds = {
  documents: { en: 'Documents are wanted', zh: '要求提交单证' },
  question: { en: 'Question', zh: '询问' },
  examination: { en: 'Examination', zh: '查验' },
  amendment: { en: 'Amendment asked for', zh: '已申请修改' },
  invalidation: { en: 'Cancellation asked for', zh: '已申请撤销' },
  security: { en: 'Security', zh: '担保' },
  letter: { en: 'Letter', zh: '信函' },
} as const

type Matter = AuthorityRelationshipView['openMatters'][number]

interface OpenMattersProps {
  readonly matters: readonly Matter[]
  /** When they were read. */
  readonly at: string
}

/** What is open between the business and an authority, and whose turn it is. */
export function OpenMatters({ matters, at }: OpenMattersProps) {
  const say = useSay()
  return (
    <Section title={say(words.title)} lead={say(words.lead)}>
      {matters.length === 0 ? (
        <EmptyState icon={MailCheck} title={say(words.none)}>
          {say(words.noneLead)}
        </EmptyState>
      ) : (
        <Rows label={say(words.title)}>
          {matters.map((matter, index) => (
            <MatterRow key={index} matter={matter} at={at} />
          ))}
        </Rows>
      )}
    </Section>
  )
}

function MatterRow({ matter, at }: { readonly matter: Matter; readonly at: string }) {
  const say = useSay()
  const { kind, caseId, reference, mrn, awaits, openedAt, words: said, dueAt, amount } = matter
  // A day is over when the next one has begun; a moment is over when it is past.
  const isOverdue = dueAt !== undefined && dueAt < at.slice(0, dueAt.length)
  return (
    <Row
      title={say(kinds[kind])}
      marks={
        <>
          <Badge
            variant="outline"
            color={awaits === 'business' ? 'orange' : 'gray'}
            c="var(--mantine-color-text)"
          >
            {say(awaits === 'business' ? words.yours : words.theirs)}
          </Badge>
          {isOverdue && (
            <Badge variant="outline" color="red" c="var(--mantine-color-text)">
              {say(words.overdue)}
            </Badge>
          )}
        </>
      }
      facts={
        <>
          {caseId !== undefined && (
            <Anchor component={Link} to={`/cases/${caseId}`} size="sm" underline="always">
              {reference}
            </Anchor>
          )}
          {caseId === undefined && say(words.noCase)}
          {mrn !== undefined && ` · ${mrn}`}
          {' · '}
          {say(words.since)} <InstantText at={openedAt} as="ago" />
          {amount !== undefined && (
            <>
              {' · '}
              <MoneyText value={amount} />
            </>
          )}
          {dueAt !== undefined && !Number.isNaN(Date.parse(dueAt)) && (
            <>
              {' · '}
              {say(words.due)}{' '}
              <InstantText at={dueAt} as={dueAt.length === 10 ? 'day' : 'moment'} />
            </>
          )}
          {said !== undefined && (
            <Text size="sm" className={styles.wide}>
              {said}
            </Text>
          )}
        </>
      }
    />
  )
}
