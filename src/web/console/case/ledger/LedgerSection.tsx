import { Table, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Wallet } from 'lucide-react'

import type { CaseLedger } from '../../../../api/ledgers.ts'
import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { useSay, useLanguage } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { OwedLater } from '../OwedLater.tsx'
import { SectionCard } from '../SectionCard.tsx'
import { accountName } from './account-name.ts'
import { memoText } from './memo-text.ts'
import { RecordPayment } from './RecordPayment.tsx'

const words = {
  balances: { en: 'Balances', zh: '余额' },
  lead: {
    en: 'Positive: owed to you or held. Negative: owed by you or paid out.',
    zh: '正数为应收或持有，负数为应付或已付。',
  },
  postings: { en: 'Postings', zh: '记账凭证' },
  account: { en: 'Account', zh: '科目' },
  balance: { en: 'Balance', zh: '余额' },
  memo: { en: 'What for', zh: '摘要' },
  debit: { en: 'Debit', zh: '借方' },
  credit: { en: 'Credit', zh: '贷方' },
  when: { en: 'When', zh: '时间' },
  none: { en: 'No money has moved yet', zh: '尚无账目' },
  noneWhy: {
    en: 'When customs assess duty and VAT, the debts, their payment and what the payer owes you are posted here, each in balance.',
    zh: '海关核定税费后，税款、缴纳情况以及付款人应付款项将在此记账，借贷平衡。',
  },
}

type Entry = CaseLedger['entries'][number]

/** The money of the case: balances, and the postings that they come from. */
export function LedgerSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { balances, entries } = useSuspenseQuery(caseQueries.ledger(caseId)).data
  const { data: view } = useSuspenseQuery(caseQueries.view(caseId))
  if (entries.length === 0) {
    return (
      <>
        <OwedLater view={view} />
        <EmptyState icon={Wallet} title={say(words.none)}>
          {say(words.noneWhy)}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <SectionCard title={say(words.balances)} lead={say(words.lead)}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{say(words.account)}</Table.Th>
              <Table.Th scope="col" ta="right">
                {say(words.balance)}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {balances.map(({ account, balance }) => (
              <Table.Tr key={account}>
                <Table.Td>{say(accountName(account))}</Table.Td>
                <Table.Td ta="right">
                  <MoneyText value={balance} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </SectionCard>
      <RecordPayment caseId={caseId} balances={balances} />
      <SectionCard title={say(words.postings)}>
        <Table.ScrollContainer minWidth={280} type="native">
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{say(words.memo)}</Table.Th>
                <Table.Th scope="col" ta="right">
                  {say(words.debit)}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {say(words.credit)}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            {postingsOf(entries).map((posting) => (
              <PostingRows key={posting[0]?.postingId} entries={posting} />
            ))}
          </Table>
        </Table.ScrollContainer>
      </SectionCard>
    </>
  )
}

function PostingRows({ entries }: { readonly entries: readonly Entry[] }) {
  const say = useSay()
  const { language } = useLanguage()
  const [first] = entries
  if (first === undefined) return null
  return (
    <Table.Tbody>
      <Table.Tr>
        <Table.Th scope="rowgroup" colSpan={3} fw={600}>
          {memoText(first.memo)[language]}{' '}
          <Text span size="xs" c="dimmed">
            <InstantText at={first.at} />
          </Text>
        </Table.Th>
      </Table.Tr>
      {entries.map(({ account, amount }, index) => {
        const isCredit = amount.amount.startsWith('-')
        const shown = { ...amount, amount: amount.amount.replace('-', '') }
        return (
          <Table.Tr key={index}>
            <Table.Td pl="lg">{say(accountName(account))}</Table.Td>
            <Table.Td ta="right">{!isCredit && <MoneyText value={shown} />}</Table.Td>
            <Table.Td ta="right">{isCredit && <MoneyText value={shown} />}</Table.Td>
          </Table.Tr>
        )
      })}
    </Table.Tbody>
  )
}

/** Entries by the posting that they belong to, in the order of the record. */
function postingsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const postings = new Map<string, readonly Entry[]>()
  for (const entry of entries) {
    postings.set(entry.postingId, [...(postings.get(entry.postingId) ?? []), entry])
  }
  return [...postings.values()]
}
