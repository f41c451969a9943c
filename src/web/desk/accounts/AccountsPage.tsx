import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Wallet } from 'lucide-react'

import { EmptyState } from '../../kit/components/EmptyState.tsx'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useOfficer } from '../desk-session.ts'
import { accountsQuery } from './accounts-query.ts'
import { AccountCard } from './AccountCard.tsx'
import { NewAccountForm } from './NewAccountForm.tsx'

const words = {
  title: { en: 'Deferment accounts', zh: '延期付款账户' },
  lead: {
    en: 'What traders owe and how far they may go. Entries that wait for money go on as soon as there is enough.',
    zh: '贸易商欠款与额度。额度充足后，等待付款的申报会自动继续。',
  },
  none: { en: 'No account yet', zh: '尚无账户' },
  noneWhy: {
    en: 'A trader who defers payment names an account in the declaration. Open one below.',
    zh: '延期付款的贸易商会在报关单中注明账户。请在下方开立。',
  },
  headOnly: {
    en: 'The head of the office opens accounts and sets their limits.',
    zh: '由负责人开立账户并设定额度。',
  },
}

/** The deferment accounts: what is owed, paying in, limits. */
export function AccountsPage() {
  const say = useSay()
  const accounts = useQuery(accountsQuery)
  const { role } = useOfficer()
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)} />
      <ProblemNote error={accounts.error} onRetry={() => void accounts.refetch()} />
      {accounts.isPending && <LoadingRows height={120} />}
      {accounts.data?.accounts.length === 0 && (
        <EmptyState icon={Wallet} title={say(words.none)}>
          {say(words.noneWhy)}
        </EmptyState>
      )}
      <Stack gap="md">
        {accounts.data?.accounts.map((account) => (
          <AccountCard key={account.number} account={account} />
        ))}
        {role === 'head' ? <NewAccountForm /> : <Text c="dimmed">{say(words.headOnly)}</Text>}
      </Stack>
    </>
  )
}
