import { Button, Group, List, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Lock, Trash2 } from 'lucide-react'
import { useState } from 'react'

import type { ShipmentView, SplitShipmentView } from '../../../../api/shipments.ts'
import { change } from '../../../kit/api/ask.ts'
import { Confirm } from '../../../kit/components/Confirm.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import type { BuyersOrders } from './by-buyer.ts'

const words = {
  seal: { en: 'Seal and open the cases', zh: '封箱并开立清关案' },
  giveUp: { en: 'Give the shipment up', zh: '取消该批次' },
  title: (reference: string) => ({
    en: `Seal shipment ${reference}?`,
    zh: `封箱：集运批次 ${reference}？`,
  }),
  contents: (parcels: number, weight: string) => ({
    en: `${parcels === 1 ? '1 parcel' : `${parcels} parcels`}, ${weight} kg, each with a case of its own:`,
    zh: `${parcels} 个包裹，${weight} 千克，每个包裹开立一个清关案：`,
  }),
  final: {
    en: 'Nothing can be put in or taken out afterwards.',
    zh: '封箱后不能再放入或取出。',
  },
  confirm: { en: 'Seal it', zh: '确认封箱' },
  keep: { en: 'Keep it open', zh: '暂不封箱' },
}

interface ShipmentStepsProps {
  readonly shipment: ShipmentView
  readonly buyers: readonly BuyersOrders[]
  /** In kilograms, as it is shown. */
  readonly weight: string
  readonly onSealed: (split: SplitShipmentView) => void
}

/** What ends an open shipment: sealing what is in it, or giving it up while nothing is. */
export function ShipmentSteps({ shipment, buyers, weight, onSealed }: ShipmentStepsProps) {
  const say = useSay()
  const { seal, giveUp } = useShipmentSteps(shipment, onSealed)
  /** What the question shows and the answer holds for; what others change meanwhile is refused. */
  const [asked, setAsked] = useState<Asked>()
  const isEmpty = buyers.length === 0
  return (
    <>
      <ProblemNote error={seal.error ?? giveUp.error} />
      <Group gap="xs">
        <Button
          size="sm"
          leftSection={<Lock size={16} />}
          loading={seal.isPending}
          disabled={isEmpty}
          onClick={() => setAsked({ etag: shipment.etag, buyers, weight })}
        >
          {say(words.seal)}
        </Button>
        {isEmpty && (
          <Button
            size="sm"
            variant="default"
            leftSection={<Trash2 size={16} />}
            loading={giveUp.isPending}
            onClick={() => giveUp.mutate()}
          >
            {say(words.giveUp)}
          </Button>
        )}
      </Group>
      <Confirm
        isOpen={asked !== undefined}
        title={say(words.title(shipment.reference))}
        confirm={say(words.confirm)}
        keep={say(words.keep)}
        isPending={seal.isPending}
        onConfirm={() => {
          setAsked(undefined)
          if (asked !== undefined) seal.mutate(asked.etag)
        }}
        onClose={() => setAsked(undefined)}
      >
        {asked && <Contents {...asked} />}
      </Confirm>
    </>
  )
}

type Asked = Pick<ShipmentStepsProps, 'buyers' | 'weight'> & Pick<ShipmentView, 'etag'>

function Contents({ buyers, weight }: Asked) {
  const say = useSay()
  return (
    <Stack gap="xs">
      <Text size="sm">{say(words.contents(buyers.length, weight))}</Text>
      <List size="sm">
        {buyers.map(({ key, name, orders }) => (
          <List.Item key={key}>
            {name}: {orders.map(({ reference }) => reference).join(', ')}
          </List.Item>
        ))}
      </List>
      <Text size="sm">{say(words.final)}</Text>
    </Stack>
  )
}

function useShipmentSteps(
  { id, etag: present }: ShipmentView,
  onSealed: (split: SplitShipmentView) => void,
) {
  const queries = useQueryClient()
  const refresh = () =>
    Promise.all(
      [['shipments'], ['stock'], ['orders'], ['buyers'], ['cases']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
  const seal = useMutation({
    mutationFn: (etag: string) =>
      change<SplitShipmentView>(`/v1/shipments/${id}/split`, { ifMatch: etag }),
    onSuccess: onSealed,
    onSettled: refresh,
  })
  const giveUp = useMutation({
    mutationFn: () => change(`/v1/shipments/${id}`, { method: 'DELETE', ifMatch: present }),
    onSettled: refresh,
  })
  return { seal, giveUp }
}
