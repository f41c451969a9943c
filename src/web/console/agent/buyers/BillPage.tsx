import { Button, Card, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Printer } from 'lucide-react'

import type { BillOfCase } from '../../../../api/buyers-bills.ts'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { OrderLinks } from '../../orders/OrderLinks.tsx'
import { billQuery } from '../agent-queries.ts'
import { billStandings, chargesBases, lineStandings } from './bill-words.ts'

const words = {
  title: (reference: string) => ({ en: `Bill ${reference}`, zh: `账单 ${reference}` }),
  from: { en: 'From', zh: '开具方' },
  to: { en: 'To', zh: '致' },
  orders: { en: 'Orders', zh: '订单' },
  print: { en: 'Print', zh: '打印' },
  toCase: { en: 'Open the case', zh: '查看清关案' },
  what: { en: 'For', zh: '项目' },
  pieces: { en: 'Pieces', zh: '件数' },
  sure: { en: 'How sure', zh: '确定程度' },
  amount: { en: 'Amount', zh: '金额' },
  total: { en: 'Total', zh: '合计' },
  paid: { en: 'Paid', zh: '已付' },
  due: { en: 'To be paid', zh: '应付' },
  lines: { en: 'Lines of the bill', zh: '账单明细' },
  borneByOther: {
    en: 'Duty and tax are not on this bill: the buyer does not bear them.',
    zh: '关税和税款不由买方承担，未列入本账单。',
  },
}

/** What a buyer pays for one consignment, fit to be printed and handed over. */
export function BillPage() {
  const { caseId } = useParams({ from: '/frame/bills/$caseId' })
  const say = useSay()
  const bill = useQuery(billQuery(caseId))
  if (bill.isPending) return <LoadingRows />
  if (bill.isError) return <ProblemNote error={bill.error} onRetry={() => void bill.refetch()} />
  return (
    <>
      <PageHead
        title={say(words.title(bill.data.reference))}
        lead={say(billStandings[bill.data.standing])}
        actions={
          <>
            <Button component={Link} to={`/cases/${caseId}`} variant="default">
              {say(words.toCase)}
            </Button>
            <Button leftSection={<Printer size={16} />} onClick={() => window.print()}>
              {say(words.print)}
            </Button>
          </>
        }
      />
      <BillSheet bill={bill.data} />
    </>
  )
}

function BillSheet({ bill }: { readonly bill: BillOfCase }) {
  const say = useSay()
  const { tenant } = useSession()
  return (
    <Card withBorder maw={820} component="article">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start">
          <div>
            <Text size="sm" c="dimmed">
              {say(words.to)}
            </Text>
            <Text fw={600}>{bill.buyer.name}</Text>
            <Text size="sm">{addressText(bill.buyer.address)}</Text>
          </div>
          <div>
            <Text size="sm" c="dimmed">
              {say(words.from)}
            </Text>
            <Text fw={600}>{tenant.name}</Text>
          </div>
        </Group>
        <Text size="sm">
          <Text span size="sm" c="dimmed">
            {say(words.orders)}{' '}
          </Text>
          <OrderLinks orders={bill.orders} />
        </Text>
        <Title order={2} size="h5" className="screen-reader-only">
          {say(words.lines)}
        </Title>
        <BillLines bill={bill} />
        <Text size="sm" c="dimmed">
          {bill.importChargesBorneBy === 'buyer'
            ? say(chargesBases[bill.importCharges])
            : say(words.borneByOther)}
        </Text>
      </Stack>
    </Card>
  )
}

function addressText({ lines, city, postcode, country }: BillOfCase['buyer']['address']): string {
  return [...lines, city, postcode, country].filter((part) => part !== undefined).join(', ')
}

function BillLines({ bill }: { readonly bill: BillOfCase }) {
  const say = useSay()
  const { number } = useFormats()
  const sums = [
    [words.total, bill.total],
    [words.paid, bill.paid],
    [words.due, bill.due],
  ] as const
  return (
    <Table verticalSpacing="xs" aria-label={say(words.lines)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say(words.what)}</Table.Th>
          <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
            {say(words.pieces)}
          </Table.Th>
          <Table.Th visibleFrom="xs">{say(words.sure)}</Table.Th>
          <Table.Th ta="right">{say(words.amount)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {bill.lines.map((line, index) => (
          <Table.Tr key={index}>
            <Table.Td>
              {say(line.text)}
              {line.seller !== undefined && (
                <Text size="xs" c="dimmed">
                  {line.seller}
                </Text>
              )}
            </Table.Td>
            <Table.Td ta="right">{line.quantity !== undefined && number(line.quantity)}</Table.Td>
            <Table.Td visibleFrom="xs">{say(lineStandings[line.standing])}</Table.Td>
            <Table.Td ta="right">
              <MoneyText value={line.amount} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        {sums.map(([label, amounts]) =>
          amounts.map((amount) => (
            <Table.Tr key={label.en + amount.currency}>
              <Table.Th scope="row">{say(label)}</Table.Th>
              <Table.Td />
              <Table.Td visibleFrom="xs" />
              <Table.Td ta="right" fw={label === words.due ? 700 : 400}>
                <MoneyText value={amount} />
              </Table.Td>
            </Table.Tr>
          )),
        )}
      </Table.Tfoot>
    </Table>
  )
}
