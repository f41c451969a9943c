import { useDroppable } from '@dnd-kit/core'
import { Text } from '@mantine/core'
import { PackagePlus } from 'lucide-react'

import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from './board.module.css'
import { NEW_SHIPMENT } from './moves.ts'

const words = {
  drop: { en: 'Drop an order here for a new shipment', zh: '将订单拖到此处以新建集运批次' },
  first: {
    en: 'A shipment is what leaves the warehouse together. Begin with one order; add others while it is open.',
    zh: '集运批次是一起出库的货物。先放入一个订单，封箱前可继续添加。',
  },
}

/** Where an order that is put down opens a shipment. */
export function NewShipmentZone({ isFirst }: { readonly isFirst: boolean }) {
  const say = useSay()
  const { setNodeRef, isOver } = useDroppable({ id: NEW_SHIPMENT })
  return (
    <div className={styles.fresh} ref={setNodeRef} data-over={isOver || undefined}>
      <PackagePlus size={24} aria-hidden />
      <Text fw={600} ta="center">
        {say(words.drop)}
      </Text>
      {isFirst && (
        <Text size="sm" c="dimmed" ta="center">
          {say(words.first)}
        </Text>
      )}
    </div>
  )
}
