import { useDraggable } from '@dnd-kit/core'
import { NativeSelect, Text } from '@mantine/core'
import { GripVertical } from 'lucide-react'

import type { StockView } from '../../../../api/warehouse-stock.ts'
import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { useSession } from '../../../kit/session.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from './board.module.css'
import { NEW_SHIPMENT, SHELF } from './moves.ts'

const words = {
  moveTo: (reference: string) => ({
    en: `Move order ${reference} to`,
    zh: `移动订单 ${reference} 到`,
  }),
  move: { en: 'Move to …', zh: '移动到…' },
  shelf: { en: 'the shelf', zh: '货架' },
  fresh: { en: 'a new shipment', zh: '新集运批次' },
  drag: (reference: string) => ({ en: `Move order ${reference}`, zh: `移动订单 ${reference}` }),
  pieces: (count: number, shown: string) => ({
    en: count === 1 ? '1 piece' : `${shown} pieces`,
    zh: `${shown} 件`,
  }),
}

/** A shipment into which an order could be moved. */
export interface MoveTarget {
  readonly id: string
  readonly reference: string
}

interface OrderCardProps {
  readonly order: StockView
  readonly targets: readonly MoveTarget[]
  readonly onMove: (orderId: string, to: string) => void
}

/** An order on the board, which some may move and others only look at. */
export function OrderCard(props: OrderCardProps) {
  const { may } = useSession()
  if (may('shipments.manage')) return <MovableCard {...props} />
  return (
    <div className={styles.card} data-fixed>
      <Facts order={props.order} />
    </div>
  )
}

/** Lifted by its handle with mouse, finger or keyboard, or moved by menu. */
function MovableCard({ order, targets, onMove }: OrderCardProps) {
  const say = useSay()
  const { attributes, listeners, setNodeRef, isDragging } = useDraggable({ id: order.id })
  const here = order.shipmentId ?? SHELF
  const places = [
    { value: SHELF, label: say(words.shelf) },
    ...targets.map(({ id, reference }) => ({ value: id, label: reference })),
    { value: NEW_SHIPMENT, label: say(words.fresh) },
  ]
  return (
    <div className={styles.card} data-lifted={isDragging || undefined} ref={setNodeRef}>
      <button
        type="button"
        className={styles.handle}
        {...attributes}
        {...listeners}
        aria-label={say(words.drag(order.reference))}
      >
        <GripVertical size={18} aria-hidden />
      </button>
      <Facts order={order} />
      <NativeSelect
        size="xs"
        aria-label={say(words.moveTo(order.reference))}
        value=""
        onChange={(event) => onMove(order.id, event.currentTarget.value)}
        data={[
          { value: '', label: say(words.move) },
          ...places.filter(({ value }) => value !== here),
        ]}
        w={120}
      />
    </div>
  )
}

/** What a card looks like while it is carried. */
export function CardFace({ order }: Pick<OrderCardProps, 'order'>) {
  return (
    <div className={styles.card} data-carried>
      <span className={styles.handle}>
        <GripVertical size={18} aria-hidden />
      </span>
      <Facts order={order} />
    </div>
  )
}

function Facts({ order }: Pick<OrderCardProps, 'order'>) {
  const say = useSay()
  const { number } = useFormats()
  const pieces = order.lines.reduce((sum, { received }) => sum + received, 0)
  return (
    <div className={styles.facts}>
      <Text size="sm" fw={600} truncate>
        {order.reference}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {order.lines.map(({ description }) => description).join(', ')}
      </Text>
      <Text size="xs" className="figures">
        {say(words.pieces(pieces, number(pieces)))} · {number(order.grossWeightKg)} kg ·{' '}
        <MoneyText value={order.value} />
      </Text>
    </div>
  )
}
