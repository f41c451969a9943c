import { Anchor, Badge, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PenLine } from 'lucide-react'
import { useState } from 'react'

import type { AuthorityRelationshipView } from '../../../../api/authority-relationships.ts'
import type { AuthorityView } from '../../../../api/authorities.ts'
import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Row, Rows } from '../../settings/Row.tsx'
import { Section } from '../../settings/Section.tsx'
import { relationshipQuery } from '../authority-queries.ts'
import styles from '../authority.module.css'
import { type Weeks, WeeksChoice } from '../WeeksChoice.tsx'
import { DecidedLetters } from './DecidedLetters.tsx'

const words = {
  title: { en: 'Corrections', zh: '更正' },
  lead: {
    en: 'What you have asked to be changed after lodging, and what the authority assessed anew of its own.',
    zh: '申报提交后您申请的修改，以及海关自行重新核定的内容。',
  },
  none: { en: 'Nothing was corrected in this time', zh: '此时段内没有更正' },
  noneLead: {
    en: 'Amendments and re-assessments appear here with what they came to.',
    zh: '修改与重新核定及其金额会显示在此。',
  },
  sums: { en: 'In sum', zh: '合计' },
  what: { en: 'What', zh: '项目' },
  count: { en: 'How many', zh: '数量' },
  difference: { en: 'Due more or less', zh: '应缴增减' },
  unchanged: { en: 'nothing assessed anew', zh: '未重新核定' },
  more: {
    en: 'There were more than are looked at; the newest 500 cases are.',
    zh: '还有更多更正，此处仅统计最新的 500 个案件。',
  },
  from: { en: 'from', zh: '由' },
  to: { en: 'to', zh: '变为' },
}

const kinds = {
  'amendment granted': { en: 'Amendment, granted', zh: '修改，已批准' },
  'amendment denied': { en: 'Amendment, denied', zh: '修改，未批准' },
  're-assessment made': { en: 'Re-assessed by the authority', zh: '海关重新核定' },
} as const

type Corrections = AuthorityRelationshipView['corrections']
type Item = Corrections['items'][number]

function nameOf({ kind, outcome }: Pick<Item, 'kind' | 'outcome'>) {
  if (kind === 're-assessment') return kinds['re-assessment made']
  return outcome === 'denied' ? kinds['amendment denied'] : kinds['amendment granted']
}

/** What was corrected: how often, what it came to, and where. */
export function CorrectionsPart({ authority }: { readonly authority: AuthorityView }) {
  const say = useSay()
  const [weeks, setWeeks] = useState<Weeks>(12)
  const relationship = useQuery(relationshipQuery(authority.id, weeks))
  const corrections = relationship.data?.corrections
  return (
    <Stack gap="xl">
      <Section
        title={say(words.title)}
        lead={say(words.lead)}
        actions={<WeeksChoice weeks={weeks} onChoose={setWeeks} />}
      >
        <ProblemNote error={relationship.error} onRetry={() => void relationship.refetch()} />
        {relationship.isPending && <LoadingRows rows={4} />}
        {corrections?.items.length === 0 && (
          <EmptyState icon={PenLine} title={say(words.none)}>
            {say(words.noneLead)}
          </EmptyState>
        )}
        {corrections !== undefined && corrections.items.length > 0 && (
          <>
            <Sums sums={corrections.sums} />
            {corrections.hasMore && <Text size="sm">{say(words.more)}</Text>}
            <Rows label={say(words.title)}>
              {corrections.items.map((item, index) => (
                <CorrectionRow key={index} item={item} />
              ))}
            </Rows>
          </>
        )}
      </Section>
      {relationship.data !== undefined && (
        <DecidedLetters letters={relationship.data.decidedLetters} />
      )}
    </Stack>
  )
}

function Sums({ sums }: { readonly sums: Corrections['sums'] }) {
  const say = useSay()
  const { number } = useFormats()
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={say(words.sums)}>
      <Table fz="sm" aria-label={say(words.sums)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say(words.what)}</Table.Th>
            <Table.Th ta="right">{say(words.count)}</Table.Th>
            <Table.Th ta="right">{say(words.difference)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sums.map((sum) => (
            <Table.Tr key={`${sum.kind} ${sum.outcome}`}>
              <Table.Td>{say(nameOf(sum))}</Table.Td>
              <Table.Td ta="right">{number(sum.count)}</Table.Td>
              <Table.Td ta="right">
                {sum.differences.length === 0
                  ? say(words.unchanged)
                  : sum.differences.map((difference) => (
                      <div key={difference.currency}>
                        <MoneyText value={difference} />
                      </div>
                    ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function CorrectionRow({ item }: { readonly item: Item }) {
  const say = useSay()
  const { caseId, reference, at, reason, due } = item
  return (
    <Row
      title={
        <Anchor component={Link} to={`/cases/${caseId}`}>
          {reference}
        </Anchor>
      }
      marks={
        <Badge variant="outline" c="var(--mantine-color-text)">
          {say(nameOf(item))}
        </Badge>
      }
      facts={
        <>
          <InstantText at={at} />
          {due !== undefined && (
            <>
              {' · '}
              {say(words.from)} <MoneyText value={due.before} /> {say(words.to)}{' '}
              <MoneyText value={due.after} />
            </>
          )}
          {reason !== undefined && reason !== '' && (
            <Text size="sm" className={styles.wide}>
              {reason}
            </Text>
          )}
        </>
      }
    />
  )
}
