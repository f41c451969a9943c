import { Button, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { ShipmentView } from '../../../../api/shipments.ts'
import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import { change } from '../../../kit/api/ask.ts'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'

const words = {
  save: { en: 'Save', zh: '保存' },
  currency: { en: 'Currency', zh: '币种' },
  each: { en: 'as each order states', zh: '以各订单为准' },
}

type Facts = Readonly<Record<(typeof fields)[number]['name'], string>>

const fields = [
  { name: 'reference', label: { en: 'Reference', zh: '批次编号' } },
  { name: 'currency', label: words.currency },
  { name: 'freight', label: { en: 'Freight of the whole', zh: '总运费' } },
  { name: 'insurance', label: { en: 'Insurance of the whole', zh: '总保险费' } },
  { name: 'mode', label: { en: 'Travels by', zh: '运输方式' } },
  { name: 'carrier', label: { en: 'Carrier', zh: '承运人' } },
  { name: 'nationality', label: { en: 'Flag (two letters)', zh: '运输工具国籍（两位字母）' } },
  { name: 'identity', label: { en: 'Flight or vessel', zh: '航班或船名' } },
  { name: 'transportDocument', label: { en: 'Waybill', zh: '运单号' } },
  { name: 'goodsLocation', label: { en: 'Goods location', zh: '货物所在地代码' } },
] as const satisfies readonly { readonly name: string; readonly label: BilingualText }[]

const modes = [
  { value: 'air', label: { en: 'air', zh: '空运' } },
  { value: 'sea', label: { en: 'sea', zh: '海运' } },
  { value: 'rail', label: { en: 'rail', zh: '铁路' } },
  { value: 'road', label: { en: 'road', zh: '公路' } },
  { value: 'post', label: { en: 'post', zh: '邮政' } },
] as const

interface ShipmentFormProps {
  readonly shipment: ShipmentView
  readonly onDone: () => void
}

/** What holds for a shipment as a whole; costs are divided over the buyers by weight. */
export function ShipmentForm({ shipment, onDone }: ShipmentFormProps) {
  const say = useSay()
  const queries = useQueryClient()
  const [facts, setFacts] = useState(() => factsOf(shipment))
  const save = useMutation({
    mutationFn: () =>
      change(`/v1/shipments/${shipment.id}`, { method: 'PUT', body: statedFacts(facts) }),
    onSuccess: async () => {
      onDone()
      await queries.invalidateQueries({ queryKey: ['shipments'] })
    },
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        {fields.map(({ name, label }) =>
          name === 'mode' ? (
            <NativeSelect
              key={name}
              size="xs"
              label={say(label)}
              value={facts.mode}
              onChange={(event) => setFacts({ ...facts, mode: event.currentTarget.value })}
              data={[
                { value: '', label: say(words.each) },
                ...modes.map((mode) => ({ value: mode.value, label: say(mode.label) })),
              ]}
            />
          ) : (
            <TextInput
              key={name}
              size="xs"
              label={say(label)}
              value={facts[name]}
              onChange={(event) => setFacts({ ...facts, [name]: event.currentTarget.value })}
            />
          ),
        )}
      </SimpleGrid>
      <ProblemNote error={save.error} />
      <Group justify="flex-end" mt="xs">
        <Button type="submit" size="xs" loading={save.isPending}>
          {say(words.save)}
        </Button>
      </Group>
    </form>
  )
}

function factsOf({ reference, freight, insurance, transport }: ShipmentView): Facts {
  const { mode = '', carrier = '', nationality = '', identity = '' } = transport ?? {}
  return {
    ...{ reference, mode, carrier, nationality, identity },
    currency: freight?.currency ?? insurance?.currency ?? '',
    freight: freight?.amount ?? '',
    insurance: insurance?.amount ?? '',
    transportDocument: transport?.transportDocument ?? '',
    goodsLocation: transport?.goodsLocation ?? '',
  }
}

/** What was left empty is not stated; then each order states its own. */
function statedFacts({ reference, currency, freight, insurance, mode, ...others }: Facts): object {
  const money = (amount: string) => ({ amount: amount.trim(), currency: currency.trim() })
  const stated = Object.fromEntries(
    Object.entries(others).flatMap(([name, text]) =>
      text.trim() === '' ? [] : [[name, text.trim()]],
    ),
  )
  return {
    reference: reference.trim(),
    ...(freight.trim() !== '' && { freight: money(freight) }),
    ...(insurance.trim() !== '' && { insurance: money(insurance) }),
    ...(mode !== '' && { transport: { mode, ...stated } }),
  }
}
