import { useDroppable } from '@dnd-kit/core'
import { Button, Collapse, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'

import type { ShipmentPreviewView } from '../../../../api/planned-shipments.ts'
import type { ShipmentView, SplitShipmentView } from '../../../../api/shipments.ts'
import type { StockView } from '../../../../api/warehouse-stock.ts'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { exactSum } from '../../../kit/format/exact-decimals.ts'
import { useSession } from '../../../kit/session.ts'
import { failureText } from '../../../kit/words/failure-text.ts'
import { useFormats, useLanguage, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { previewQuery } from '../agent-queries.ts'
import styles from './board.module.css'
import { byBuyer } from './by-buyer.ts'
import { OrderCard, type MoveTarget } from './OrderCard.tsx'
import { ParcelFacts } from './ParcelFacts.tsx'
import { ShipmentForm } from './ShipmentForm.tsx'
import { ShipmentSteps } from './ShipmentSteps.tsx'

const words = {
  shipment: (reference: string) => ({ en: `Shipment ${reference}`, zh: `集运批次 ${reference}` }),
  sums: (parcels: number, weight: string) => ({
    en: `${parcels === 1 ? '1 parcel' : `${parcels} parcels`}, ${weight} kg`,
    zh: `${parcels} 个包裹，${weight} 千克`,
  }),
  facts: { en: 'Freight and transport', zh: '运费与运输' },
  empty: {
    en: 'No orders left. Drop some here, or give it up.',
    zh: '没有订单。可拖入订单或取消该批次。',
  },
  blocked: { en: 'It cannot be sealed yet', zh: '暂不能封箱' },
}

interface ShipmentColumnProps {
  readonly shipment: ShipmentView
  readonly orders: readonly StockView[]
  readonly targets: readonly MoveTarget[]
  readonly onMove: (orderId: string, to: string) => void
  readonly onSealed: (split: SplitShipmentView) => void
}

/** An open shipment: a parcel for each buyer, with the lane that it would take. */
export function ShipmentColumn(props: ShipmentColumnProps) {
  const { shipment, orders, targets, onMove, onSealed } = props
  const say = useSay()
  const { number } = useFormats()
  const { setNodeRef, isOver } = useDroppable({ id: shipment.id })
  const [isStating, stating] = useDisclosure()
  const preview = useQuery({ ...previewQuery(shipment), enabled: orders.length > 0 })
  const mayManage = useSession().may('shipments.manage')
  const buyers = byBuyer(orders)
  const weight = number(weightOf(preview.data))
  const headingId = `shipment-${shipment.id}`
  return (
    <section
      className={styles.place}
      ref={setNodeRef}
      data-over={isOver || undefined}
      aria-labelledby={headingId}
    >
      <Group justify="space-between" gap="xs" mb="xs">
        <Title order={2} size="h5" id={headingId}>
          {say(words.shipment(shipment.reference))}
        </Title>
        <Text size="sm" className="figures">
          {say(words.sums(buyers.length, weight))}
        </Text>
      </Group>
      <Stack gap="sm">
        {buyers.length === 0 && (
          <Text size="sm" c="dimmed">
            {say(words.empty)}
          </Text>
        )}
        {buyers.map((buyer) => (
          <div key={buyer.key} className={styles.parcel}>
            <Text size="sm" fw={600}>
              {buyer.name}{' '}
              <Text span size="xs" c="dimmed">
                {buyer.town}
              </Text>
            </Text>
            <Stack gap={6} my={6}>
              {buyer.orders.map((order) => (
                <OrderCard key={order.id} order={order} targets={targets} onMove={onMove} />
              ))}
            </Stack>
            <ParcelFacts
              parcel={preview.data?.parcels.find(({ orderIds }) =>
                orderIds.includes(buyer.orders[0]!.id),
              )}
            />
          </div>
        ))}
        <Blockers failures={preview.data?.failures ?? []} />
        <ProblemNote error={preview.error} />
        {mayManage && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={stating.toggle}
            aria-expanded={isStating}
            rightSection={<ChevronDown size={14} aria-hidden />}
            styles={{ root: { alignSelf: 'flex-start' } }}
          >
            {say(words.facts)}
          </Button>
        )}
        <Collapse expanded={isStating}>
          {isStating && <ShipmentForm shipment={shipment} onDone={stating.close} />}
        </Collapse>
        {mayManage && <ShipmentSteps {...{ shipment, buyers, weight, onSealed }} />}
      </Stack>
    </section>
  )
}

function Blockers({ failures }: Pick<ShipmentPreviewView, 'failures'>) {
  const say = useSay()
  const { language } = useLanguage()
  if (failures.length === 0) return null
  return (
    <div className={styles.blockers}>
      <Text size="sm" fw={600}>
        {say(words.blocked)}
      </Text>
      {failures.map((failure, index) => {
        const { message, mend, lang } = failureText(failure, language)
        return (
          <Text key={index} size="sm" lang={lang}>
            {message} {mend}
          </Text>
        )
      })}
    </div>
  )
}

/** The weight of all parcels together. */
function weightOf(preview: ShipmentPreviewView | undefined): string {
  return exactSum((preview?.parcels ?? []).map(({ grossWeightKg }) => grossWeightKg))
}
