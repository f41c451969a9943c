import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core'
import { Alert, Anchor, Button, Group, List, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { useState } from 'react'

import type { ShipmentView, SplitShipmentView } from '../../../../api/shipments.ts'
import type { StockView } from '../../../../api/warehouse-stock.ts'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { LookOnlyNote } from '../../../kit/components/LookOnlyNote.tsx'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { showNotice } from '../../../kit/notices.ts'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { openShipmentsQuery, stockQuery } from '../agent-queries.ts'
import styles from './board.module.css'
import { nextPlaceByKey } from './next-place-by-key.ts'
import { SHELF, useMoves } from './moves.ts'
import { CardFace } from './OrderCard.tsx'
import { Shelf } from './Shelf.tsx'
import { ShipmentColumn } from './ShipmentColumn.tsx'
import { NewShipmentZone } from './NewShipmentZone.tsx'
import { useAnnouncements } from './use-announcements.ts'

const words = {
  title: { en: 'Consolidation', zh: '集货' },
  lead: {
    en: 'Drag orders from the shelf into shipments, or use the menu on each. Every buyer in a shipment becomes one parcel with one case.',
    zh: '将货架上的订单拖入集运批次，或使用卡片上的菜单。批次中每位买方成为一个包裹、一个清关案。',
  },
  leadOfOthers: {
    en: 'What is on the shelf and in shipments. Every buyer in a shipment becomes one parcel with one case.',
    zh: '货架上和集运批次中的订单。批次中每位买方成为一个包裹、一个清关案。',
  },
  moved: (reference: string) => ({
    en: `Order ${reference} is moved.`,
    zh: `订单 ${reference} 已移动。`,
  }),
  undo: { en: 'Undo', zh: '撤销' },
  sealed: (reference: string) => ({
    en: `Shipment ${reference} is sealed; its cases are open.`,
    zh: `集运批次 ${reference} 已封箱，清关案已开立。`,
  }),
  case: (reference: string) => ({ en: `Case ${reference}`, zh: `清关案 ${reference}` }),
  bill: { en: 'bill', zh: '账单' },
}

/** The board on which goods of many buyers are put together. */
export function ConsolidationPage() {
  const say = useSay()
  const stock = useQuery(stockQuery)
  const shipments = useQuery(openShipmentsQuery)
  const { may } = useSession()
  const mayManage = may('shipments.manage')
  const error = stock.error ?? shipments.error
  return (
    <>
      <PageHead title={say(words.title)} lead={say(mayManage ? words.lead : words.leadOfOthers)} />
      {!mayManage && <LookOnlyNote others="operations" />}
      <ProblemNote error={error} onRetry={() => void stock.refetch()} />
      {stock.isSuccess && shipments.isSuccess ? (
        <Board stock={stock.data} shipments={shipments.data} />
      ) : (
        error === null && <LoadingRows height={96} />
      )}
    </>
  )
}

interface BoardProps {
  readonly stock: readonly StockView[]
  readonly shipments: readonly ShipmentView[]
}

function Board({ stock, shipments }: BoardProps) {
  const [dragged, setDragged] = useState<string>()
  const [sealed, setSealed] = useState<SplitShipmentView>()
  const moves = useMovesWithUndo()
  const { may } = useSession()
  const announcements = useAnnouncements(stock, shipments)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: nextPlaceByKey }),
  )
  const ready = stock.filter(({ state }) => state === 'in-warehouse')
  const move = (orderId: string, to: string) => {
    const order = ready.find(({ id }) => id === orderId)
    const from = order?.shipmentId ?? SHELF
    if (order !== undefined && from !== to) {
      moves.move({ orderId, reference: order.reference, from, to })
    }
  }
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(undefined)
    if (over !== null) move(String(active.id), String(over.id))
  }
  const targets = shipments.map(({ id, reference }) => ({ id, reference }))
  return (
    <Stack>
      <ProblemNote error={moves.error} />
      {sealed && <Sealed split={sealed} />}
      <DndContext
        sensors={sensors}
        accessibility={announcements}
        onDragStart={({ active }) => setDragged(String(active.id))}
        onDragCancel={() => setDragged(undefined)}
        onDragEnd={drop}
      >
        <div className={styles.board}>
          <Shelf
            orders={ready.filter(({ shipmentId }) => shipmentId === undefined)}
            targets={targets}
            onMove={move}
          />
          <div className={styles.shipments}>
            {shipments.map((shipment) => (
              <ShipmentColumn
                key={shipment.id}
                shipment={shipment}
                orders={ready.filter(({ shipmentId }) => shipmentId === shipment.id)}
                targets={targets}
                onMove={move}
                onSealed={setSealed}
              />
            ))}
            {may('shipments.manage') && <NewShipmentZone isFirst={shipments.length === 0} />}
          </div>
        </div>
        <DragOverlay dropAnimation={null}>
          {dragged !== undefined && <Dragged order={ready.find(({ id }) => id === dragged)} />}
        </DragOverlay>
      </DndContext>
    </Stack>
  )
}

function Dragged({ order }: { readonly order: StockView | undefined }) {
  return order === undefined ? null : <CardFace order={order} />
}

/** A move can be taken back as long as nothing is sealed, so each offers that. */
function useMovesWithUndo() {
  const say = useSay()
  const undo = useMoves(() => undefined)
  const moves = useMoves((back) => {
    showNotice({
      message: (
        <Group justify="space-between">
          <Text size="sm">{say(words.moved(back.reference))}</Text>
          <Button size="xs" variant="default" onClick={() => undo.mutate(back)}>
            {say(words.undo)}
          </Button>
        </Group>
      ),
    })
  })
  return { move: moves.mutate, error: moves.error ?? undo.error }
}

function Sealed({ split: { shipment, cases } }: { readonly split: SplitShipmentView }) {
  const say = useSay()
  return (
    <Alert
      color="green"
      variant="outline"
      role="status"
      icon={<CircleCheck aria-hidden />}
      title={say(words.sealed(shipment.reference))}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <List size="sm">
        {cases.map(({ caseId, reference }) => (
          <List.Item key={caseId}>
            <Anchor component={Link} to={`/cases/${caseId}`}>
              {say(words.case(reference))}
            </Anchor>{' '}
            ·{' '}
            <Anchor component={Link} to={`/bills/${caseId}`}>
              {say(words.bill)}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
