import { Anchor, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'

import type { BuyerPageView } from '../../../../api/buyers.ts'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { OrderTable } from '../../orders/OrderTable.tsx'
import { PartyCard } from '../../orders/PartyCard.tsx'
import { buyerQuery } from '../agent-queries.ts'
import { billStandings } from './bill-words.ts'

const words = {
  where: { en: 'Who and where', zh: '姓名与地址' },
  bills: { en: 'Bills', zh: '账单' },
  noBills: {
    en: 'No bill yet: it is made out once goods of this buyer are shipped.',
    zh: '还没有账单：货物发运后生成。',
  },
  orders: { en: 'Orders', zh: '订单' },
  bill: { en: 'Bill', zh: '账单' },
  standing: { en: 'Standing', zh: '状态' },
  total: { en: 'Total', zh: '合计' },
  due: { en: 'Due', zh: '应付' },
}

/** One buyer: bills first, then orders. */
export function BuyerPage() {
  const { buyerId } = useParams({ from: '/frame/buyers/$buyerId' })
  const say = useSay()
  const buyer = useQuery(buyerQuery(buyerId))
  if (buyer.isPending) return <LoadingRows />
  if (buyer.isError) {
    return <ProblemNote error={buyer.error} onRetry={() => void buyer.refetch()} />
  }
  const { party, cases, orderList } = buyer.data
  return (
    <>
      <PageHead title={party.name} />
      <Stack gap="lg">
        <div>
          <Title order={2} size="h4" id="bills" mb="xs">
            {say(words.bills)}
          </Title>
          {cases.length === 0 ? (
            <Text c="dimmed">{say(words.noBills)}</Text>
          ) : (
            <BillTable cases={cases} />
          )}
        </div>
        <div>
          <Title order={2} size="h4" id="orders" mb="xs">
            {say(words.orders)}
          </Title>
          <OrderTable orders={orderList} />
        </div>
        <PartyCard title={say(words.where)} party={party} />
      </Stack>
    </>
  )
}

function BillTable({ cases }: Pick<BuyerPageView, 'cases'>) {
  const say = useSay()
  return (
    <Table verticalSpacing="xs" aria-labelledby="bills">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say(words.bill)}</Table.Th>
          <Table.Th>{say(words.standing)}</Table.Th>
          <Table.Th ta="right">{say(words.total)}</Table.Th>
          <Table.Th ta="right">{say(words.due)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {cases.map(({ caseId, bill }) => (
          <Table.Tr key={caseId}>
            <Table.Td>
              <Anchor component={Link} to={`/bills/${caseId}`}>
                {bill.reference}
              </Anchor>
            </Table.Td>
            <Table.Td>{say(billStandings[bill.standing])}</Table.Td>
            <Table.Td ta="right">
              <Amounts of={bill.total} />
            </Table.Td>
            <Table.Td ta="right">
              <Amounts of={bill.due} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Amounts({ of }: { readonly of: BuyerPageView['cases'][number]['bill']['due'] }) {
  return of.map((amount) => (
    <div key={amount.currency}>
      <MoneyText value={amount} />
    </div>
  ))
}
