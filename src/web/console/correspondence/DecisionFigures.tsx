import { Text } from '@mantine/core'

import type { WholeThreadView } from '../../../api/views/thread-view.ts'
import { TaxComparison } from '../../kit/components/TaxComparison.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { SectionCard } from '../case/SectionCard.tsx'

const words = {
  title: { en: 'What the decision comes to', zh: '决定所涉税费' },
  lead: (version: number) => ({
    en: `As customs have assessed version ${version} of the declaration, and the version before it.`,
    zh: `海关对报关单第 ${version} 版及其前一版的核定。`,
  }),
  columns: {
    before: { en: 'Before', zh: '原核定' },
    after: { en: 'After', zh: '现核定' },
  },
  more: (sum: string) => ({ en: `${sum} more is due.`, zh: `须补缴 ${sum}。` }),
  less: (sum: string) => ({ en: `${sum} is given back.`, zh: `退还 ${sum}。` }),
  same: { en: 'Nothing more and nothing less is due.', zh: '应缴金额不变。' },
  onTheWay: {
    en: 'The figures come with the notification of the declaration, which has not arrived yet.',
    zh: '相关税费随报关单通知送达，通知尚未收到。',
  },
}

/** What a decision that changes the declaration makes of duty and tax, as customs have assessed it. */
export function DecisionFigures({ thread }: { readonly thread: WholeThreadView }) {
  const say = useSay()
  const { money } = useFormats()
  const { figures, decision, caseId } = thread
  const version = decision?.details?.version
  if (version === undefined || caseId === undefined) return null
  if (figures === undefined) {
    return (
      <Text size="sm" mb="md">
        {say(words.onTheWay)}
      </Text>
    )
  }
  const { taxes, difference } = figures
  const amount = difference.amount.replace('-', '')
  const sum = money({ ...difference, amount })
  const isNothing = /^0+(\.0+)?$/.test(amount)
  const isLess = difference.amount.startsWith('-')
  return (
    <SectionCard title={say(words.title)} lead={say(words.lead(version))}>
      <TaxComparison
        label={say(words.title)}
        taxes={taxes}
        total={figures}
        columns={words.columns}
      />
      <Text size="sm" fw={600} mt="xs">
        {say(isNothing ? words.same : isLess ? words.less(sum) : words.more(sum))}
      </Text>
    </SectionCard>
  )
}
