import { Alert, Anchor, Button, Group, List, Progress, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { CheckCheck, CircleCheck, Square } from 'lucide-react'
import { useState } from 'react'

import type { TakenOrdersView } from '../../../../api/list-drafts.ts'
import type { SampledDraftView } from '../../../../api/views/list-draft-view.ts'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { useTaking } from './use-taking.ts'

const words = {
  ready: (rows: string) => ({
    en: rows === '1' ? 'One row is ready.' : `${rows} rows are ready.`,
    zh: `${rows} 行可接收。`,
  }),
  whatAgent: {
    en: 'Their orders go on file and wait for their goods at the warehouse.',
    zh: '相应订单将登记，等待货物到仓。',
  },
  whatShop: {
    en: 'Their orders go on file, and a clearance case is opened for each.',
    zh: '相应订单将登记，并逐单开立清关案。',
  },
  rest: (rows: string) => ({
    en: `Rows that still have something wrong: ${rows}. They stay here until they are mended.`,
    zh: `${rows} 行仍有问题，修正之前保留在此。`,
  }),
  take: { en: 'Take the good orders in', zh: '接收无误的订单' },
  stop: { en: 'Stop', zh: '停止' },
  mend: { en: 'Mend the rest', zh: '修正其余行' },
  progress: { en: 'Orders taken in', zh: '接收进度' },
  done: (orders: string) => ({
    en: `${orders} orders were taken in.`,
    zh: `已接收 ${orders} 个订单。`,
  }),
  refused: (orders: string) => ({
    en: `${orders} orders were not. Their rows say why.`,
    zh: `${orders} 个订单未接收，原因详见相应行。`,
  }),
  nothing: { en: 'No order is ready yet.', zh: '还没有可接收的订单。' },
  all: { en: 'Everything in this table has been taken.', zh: '本表已全部接收。' },
  allOrders: { en: 'All orders', zh: '全部订单' },
  more: (count: string) => ({ en: `and ${count} more`, zh: `另有 ${count} 个` }),
}

const LINKS_SHOWN = 12

interface TakeStepProps {
  readonly draft: SampledDraftView
  readonly onMend: () => void
}

interface Outcome {
  readonly orders: TakenOrdersView['orders']
  readonly refused: number
}

const nothingTaken: Outcome = { orders: [], refused: 0 }

/** Takes in what is ready, some orders at a time, and says what became of it. */
export function TakeStep({ draft, onMend }: TakeStepProps) {
  const say = useSay()
  const { number } = useFormats()
  const { tenant, may } = useSession()
  const [readyAtFirst, setReadyAtFirst] = useState(draft.rows.ready)
  const [outcome, setOutcome] = useState(nothingTaken)
  const take = useTaking(draft.id, (taken) =>
    setOutcome(({ orders, refused }) => ({
      orders: [...orders, ...taken.orders],
      refused: refused + taken.refused,
    })),
  )
  const { ready, flawed } = draft.rows
  const begin = () => {
    setReadyAtFirst(ready)
    setOutcome(nothingTaken)
    take.begin()
  }
  const isAll = ready === 0 && flawed === 0
  return (
    <Stack gap="md">
      <Text>
        {say(ready > 0 ? words.ready(number(ready)) : isAll ? words.all : words.nothing)}{' '}
        {ready > 0 && say(tenant.kind === 'purchasing-agent' ? words.whatAgent : words.whatShop)}
      </Text>
      {flawed > 0 && <Text>{say(words.rest(number(flawed)))}</Text>}
      <Group>
        <Button
          onClick={begin}
          loading={take.isPending}
          disabled={ready === 0 || !may('orders.create')}
          leftSection={<CheckCheck size={16} />}
        >
          {say(words.take)}
        </Button>
        {take.isPending && (
          <Button
            variant="default"
            onClick={take.stop}
            loading={take.isStopping}
            leftSection={<Square size={16} />}
          >
            {say(words.stop)}
          </Button>
        )}
        {flawed > 0 && (
          <Button variant="default" onClick={onMend}>
            {say(words.mend)}
          </Button>
        )}
      </Group>
      {take.isPending && (
        <Progress
          value={shareInPercent(readyAtFirst - ready, readyAtFirst)}
          aria-label={say(words.progress)}
          animated
        />
      )}
      <ProblemNote error={take.error} onRetry={begin} />
      {!take.isPending && outcome !== nothingTaken && <OutcomeNote outcome={outcome} />}
    </Stack>
  )
}

/** The length of a bar, which need not be exact. */
function shareInPercent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.round((100 * part) / whole)
}

function OutcomeNote({ outcome: { orders, refused } }: { readonly outcome: Outcome }) {
  const say = useSay()
  const { number } = useFormats()
  return (
    <Alert
      color="green"
      variant="outline"
      icon={<CircleCheck aria-hidden />}
      role="status"
      component="section"
    >
      <Title order={2} size="h5" mb="xs">
        {say(words.done(number(orders.length)))}
      </Title>
      {refused > 0 && <Text size="sm">{say(words.refused(number(refused)))}</Text>}
      <List size="sm" spacing={2}>
        {orders.slice(0, LINKS_SHOWN).map(({ orderId, caseId, reference }) => (
          <List.Item key={orderId}>
            <Anchor
              component={Link}
              to={caseId === undefined ? `/orders/${orderId}` : `/cases/${caseId}`}
            >
              {reference}
            </Anchor>
          </List.Item>
        ))}
      </List>
      {orders.length > LINKS_SHOWN && (
        <Text size="sm">{say(words.more(number(orders.length - LINKS_SHOWN)))}</Text>
      )}
      <Anchor component={Link} to="/orders" size="sm">
        {say(words.allOrders)}
      </Anchor>
    </Alert>
  )
}
