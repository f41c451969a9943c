import { List, Text } from '@mantine/core'

import { InstantText } from '../../kit/components/InstantText.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { actorWord } from '../terms/history.ts'
import type { DeferralAccount } from './accounts-query.ts'

const words = {
  title: { en: 'Latest changes', zh: '最近变更' },
  opened: (limit: string) => ({ en: `Opened with a limit of ${limit}`, zh: `开户，额度 ${limit}` }),
  'paid-in': (amount: string) => ({ en: `Paid in ${amount}`, zh: `存入 ${amount}` }),
  active: (limit: string) => ({ en: `Limit ${limit}, active`, zh: `额度 ${limit}，启用` }),
  suspended: (limit: string) => ({ en: `Limit ${limit}, suspended`, zh: `额度 ${limit}，停用` }),
}

interface AccountChangesProps {
  readonly changes: DeferralAccount['changes']
}

/** Who opened, limited or paid into an account, the latest first. */
export function AccountChanges({ changes }: AccountChangesProps) {
  const say = useSay()
  const { money } = useFormats()
  if (changes.length === 0) return null
  return (
    <>
      <Text size="sm" fw={600} mt="sm">
        {say(words.title)}
      </Text>
      <List size="sm" listStyleType="none">
        {changes.map(({ id, at, actor, what, amountGbp, state }) => (
          <List.Item key={id}>
            {say(
              words[what === 'set' ? (state ?? 'active') : what](
                money({ amount: amountGbp, currency: 'GBP' }),
              ),
            )}{' '}
            · {say(actorWord(actor))} · <InstantText at={at} />
          </List.Item>
        ))}
      </List>
    </>
  )
}
