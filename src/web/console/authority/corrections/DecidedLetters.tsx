import { Anchor, Badge } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import type { AuthorityRelationshipView } from '../../../../api/authority-relationships.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Row, Rows } from '../../settings/Row.tsx'
import { Section } from '../../settings/Section.tsx'

const words = {
  title: { en: 'Decided on your letters', zh: '对来函的决定' },
  lead: {
    en: 'Errors that you told of, rulings that you asked for, and decisions that you had reviewed.',
    zh: '您主动报告的差错、申请的裁定和申请复议的决定。',
  },
  difference: { en: 'due more or less', zh: '应缴增减' },
}

const kinds = {
  'voluntary-correction': { en: 'Voluntary correction', zh: '主动更正' },
  'repayment-claim': { en: 'Claim for repayment', zh: '退税申请' },
  'ruling-request': { en: 'Advance ruling', zh: '预先裁定' },
  appeal: { en: 'Review', zh: '复议' },
} as const

const outcomes = {
  accepted: { en: 'accepted', zh: '已接受' },
  'accepted-in-part': { en: 'accepted in part', zh: '部分接受' },
  refused: { en: 'refused', zh: '未接受' },
  issued: { en: 'issued', zh: '已签发' },
  upheld: { en: 'the decision stands', zh: '维持原决定' },
  varied: { en: 'the decision is changed', zh: '变更原决定' },
  cancelled: { en: 'the decision is cancelled', zh: '撤销原决定' },
} as const

type Decided = AuthorityRelationshipView['decidedLetters']

/** What the authority has decided on letters of the business; nothing where there is none. */
export function DecidedLetters({ letters }: { readonly letters: Decided }) {
  const say = useSay()
  if (letters.length === 0) return null
  return (
    <Section title={say(words.title)} lead={say(words.lead)}>
      <Rows label={say(words.title)}>
        {letters.map((letter) => (
          <Row
            key={letter.threadId}
            title={letter.subject}
            marks={
              <Badge variant="outline" c="var(--mantine-color-text)">
                {say(kinds[letter.kind])}: {say(outcomes[letter.outcome])}
              </Badge>
            }
            facts={
              <>
                <InstantText at={letter.decidedOn} as="day" />
                {letter.caseId !== undefined && (
                  <>
                    {' · '}
                    <Anchor
                      component={Link}
                      to={`/cases/${letter.caseId}`}
                      size="sm"
                      underline="always"
                    >
                      {letter.reference}
                    </Anchor>
                  </>
                )}
                {letter.difference !== undefined && (
                  <>
                    {' · '}
                    {say(words.difference)} <MoneyText value={letter.difference} />
                  </>
                )}
              </>
            }
          />
        ))}
      </Rows>
    </Section>
  )
}
