import type { Announcements, DndContextProps } from '@dnd-kit/core'

import type { ShipmentView } from '../../../../api/shipments.ts'
import type { StockView } from '../../../../api/warehouse-stock.ts'
import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { NEW_SHIPMENT, SHELF } from './moves.ts'

const words = {
  how: {
    en: 'Press space to lift the order, the arrow keys to go from place to place, space again to put it down, Escape to leave it where it was.',
    zh: '按空格键拿起订单，方向键切换位置，再按空格键放下，Esc 取消。',
  },
  lifted: (order: string) => ({ en: `Order ${order} is lifted.`, zh: `已拿起订单 ${order}。` }),
  over: (order: string, place: string) => ({
    en: `Order ${order} is over ${place}.`,
    zh: `订单 ${order} 在${place}上方。`,
  }),
  down: (order: string, place: string) => ({
    en: `Order ${order} is put down on ${place}.`,
    zh: `订单 ${order} 已放入${place}。`,
  }),
  left: (order: string) => ({
    en: `Order ${order} stays where it was.`,
    zh: `订单 ${order} 留在原处。`,
  }),
  shelf: { en: 'the shelf', zh: '货架' },
  fresh: { en: 'a new shipment', zh: '新集运批次' },
  shipment: (reference: string) => ({
    en: `shipment ${reference}`,
    zh: `集运批次 ${reference}`,
  }),
} satisfies Record<string, BilingualText | ((...parts: string[]) => BilingualText)>

/** What screen readers are told while a card is moved. */
export function useAnnouncements(
  stock: readonly StockView[],
  shipments: readonly ShipmentView[],
): NonNullable<DndContextProps['accessibility']> {
  const say = useSay()
  const orderOf = (id: string | number) =>
    stock.find((order) => order.id === id)?.reference ?? String(id)
  const placeOf = (id: string | number): string => {
    if (id === SHELF) return say(words.shelf)
    if (id === NEW_SHIPMENT) return say(words.fresh)
    return say(words.shipment(shipments.find((one) => one.id === id)?.reference ?? String(id)))
  }
  const announcements: Announcements = {
    onDragStart: ({ active }) => say(words.lifted(orderOf(active.id))),
    onDragOver: ({ active, over }) =>
      over === null ? undefined : say(words.over(orderOf(active.id), placeOf(over.id))),
    onDragEnd: ({ active, over }) =>
      over === null
        ? say(words.left(orderOf(active.id)))
        : say(words.down(orderOf(active.id), placeOf(over.id))),
    onDragCancel: ({ active }) => say(words.left(orderOf(active.id))),
  }
  return { announcements, screenReaderInstructions: { draggable: say(words.how) } }
}
