import { Anchor, Button, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'

import type { CaseView } from '../../../api/views/case-view.ts'
import { CopyText } from '../../kit/components/CopyText.tsx'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { StateBadge } from '../../kit/components/StateBadge.tsx'
import { lanes } from '../../kit/terms/lanes.ts'
import { whoseTurn } from '../../kit/terms/whose-turn.ts'
import { goodsInBrief } from '../../kit/words/goods-in-brief.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { OrderLinks } from '../orders/OrderLinks.tsx'
import styles from './CaseHead.module.css'
import type { CaseLiveness } from './follow-case.ts'
import { usePhase } from './use-phase.ts'

const words = {
  buyer: { en: 'Buyer', zh: '买方' },
  goods: { en: 'Goods', zh: '货物' },
  orders: (count: number) => ({ en: count === 1 ? 'Order' : 'Orders', zh: '订单' }),
  turn: { en: 'Turn', zh: '轮到' },
  value: { en: 'Customs value', zh: '完税价格' },
  due: { en: 'Due at import', zh: '进口应缴' },
  valueQuoted: { en: 'Customs value, as quoted', zh: '完税价格（报价）' },
  assessed: { en: 'Assessed by customs', zh: '海关核定' },
  dueQuoted: { en: 'Quoted', zh: '报价' },
  lane: { en: 'Lane', zh: '通道' },
  returnOf: { en: 'Goes back from', zh: '退运自进口案' },
  returns: { en: 'Sent back by', zh: '退运出口案' },
  opened: { en: 'Opened', zh: '建立' },
  changed: { en: 'Last change', zh: '最近变更' },
  print: { en: 'Print the case', zh: '打印本案' },
  live: { en: 'Live', zh: '实时更新' },
  waiting: { en: 'Connecting', zh: '正在连接' },
  ended: { en: 'Not live', zh: '未实时更新' },
}

const beforeLodging: ReadonlySet<CaseView['state']> = new Set([
  'draft',
  'preparing',
  'ready',
  'stopped',
])

interface CaseHeadProps {
  readonly view: CaseView
  /** Whether the page hears of news; on paper there are none. */
  readonly liveness: CaseLiveness | 'on-paper'
}

/** What a case is, where it stands and whose turn it is, in one look. */
export function CaseHead({ view, liveness }: CaseHeadProps) {
  const say = useSay()
  const { state, nextAction, quote, assessment } = view
  const phase = usePhase(view)
  // What customs charge goes before what was expected; both are shown where they differ.
  const differs = assessment !== undefined && assessment.differences.length > 0
  // The numbers of a declaration that was rejected lead nowhere any more.
  const declaration = beforeLodging.has(state) ? undefined : view.declaration
  return (
    <header>
      <PageHead
        title={view.reference}
        lead={
          <Group gap="xs" component="span">
            <StateBadge state={state} phase={phase} />
            {liveness !== 'on-paper' && (
              <span className={styles.live} data-state={liveness} role="status">
                {say(words[liveness])}
              </span>
            )}
          </Group>
        }
        {...(liveness !== 'on-paper' && { actions: <PrintLink caseId={view.id} /> })}
      />
      <dl className={styles.facts}>
        {view.buyer !== undefined && <Fact name={say(words.buyer)}>{view.buyer}</Fact>}
        {view.goods && <Fact name={say(words.goods)}>{say(goodsInBrief(view.goods))}</Fact>}
        {view.orders !== undefined && view.orders.length > 0 && (
          <Fact name={say(words.orders(view.orders.length))}>
            <OrderLinks orders={view.orders} />
          </Fact>
        )}
        {nextAction && <Fact name={say(words.turn)}>{say(whoseTurn[nextAction.whose].label)}</Fact>}
        {view.lane && <Fact name={say(words.lane)}>{laneName(view.lane.lane, say)}</Fact>}
        {quote && (
          <Fact name={say(differs ? words.valueQuoted : words.value)}>
            <MoneyText value={quote.customsValue} />
          </Fact>
        )}
        {differs && (
          <Fact name={say(words.assessed)}>
            <MoneyText value={assessment.payable} />
          </Fact>
        )}
        {quote && (
          <Fact name={say(differs ? words.dueQuoted : words.due)}>
            <MoneyText value={quote.dueAtImport} />
          </Fact>
        )}
        {declaration?.mrn !== undefined && (
          <Fact name="MRN">
            <CopyText value={declaration.mrn} />
          </Fact>
        )}
        {declaration !== undefined && declaration.mrn === undefined && (
          <Fact name="LRN">
            <CopyText value={declaration.lrn} />
          </Fact>
        )}
        {view.returnOf && (
          <Fact name={say(words.returnOf)}>
            <CaseLinks cases={[view.returnOf]} />
          </Fact>
        )}
        {view.returns.length > 0 && (
          <Fact name={say(words.returns)}>
            <CaseLinks cases={view.returns} />
          </Fact>
        )}
        <Fact name={say(words.opened)}>
          <InstantText at={view.openedAt} as="day" />
        </Fact>
        <Fact name={say(words.changed)}>
          <InstantText at={view.updatedAt} as="ago" />
        </Fact>
      </dl>
    </header>
  )
}

interface CaseLinksProps {
  readonly cases: readonly { readonly caseId: string; readonly reference: string }[]
}

function CaseLinks({ cases }: CaseLinksProps) {
  return cases.map(({ caseId, reference }, index) => (
    <Fragment key={caseId}>
      {index > 0 && ', '}
      <Anchor component={Link} to={`/cases/${caseId}`} underline="always" inherit>
        {reference}
      </Anchor>
    </Fragment>
  ))
}

function PrintLink({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  return (
    <Button
      component={Link}
      to={`/cases/${caseId}/print`}
      variant="default"
      leftSection={<Printer size={16} aria-hidden />}
    >
      {say(words.print)}
    </Button>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <dd>{children}</dd>
    </div>
  )
}

/** Lanes of old cases may be named no more; then the record's own word is shown. */
function laneName(lane: string, say: ReturnType<typeof useSay>): string {
  return lane in lanes ? say(lanes[lane as keyof typeof lanes].label) : lane
}
