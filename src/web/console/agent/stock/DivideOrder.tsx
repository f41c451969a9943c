import { Button, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { StockView } from '../../../../api/warehouse-stock.ts'
import { change } from '../../../kit/api/ask.ts'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { packageTypes } from '../../orders/package-types.ts'
import { Dialog } from '../../../kit/components/Dialog.tsx'

const words = {
  title: (reference: string) => ({
    en: `Divide order ${reference} over two parcels`,
    zh: `将订单 ${reference} 拆分为两个包裹`,
  }),
  lead: {
    en: 'Say how many pieces go into the second parcel. Each part becomes an order of its own, with its share of weight, freight and fee; that cannot be taken back. Dividing only to come below a threshold is not lawful: goods sold together count together.',
    zh: '请填写放入第二个包裹的件数。每部分成为独立订单，重量、运费和代购服务费按比例分配，且不可撤销。仅为低于门槛而拆分不合法：一并售出的货物应合并计算。',
  },
  goods: { en: 'Goods', zh: '商品' },
  first: { en: 'First parcel', zh: '第一个包裹' },
  second: { en: 'Second parcel', zh: '第二个包裹' },
  packed: (number: number) => ({ en: `Parcel ${number} lies in`, zh: `包裹 ${number} 的包装` }),
  secondOf: (goods: string) => ({
    en: `Pieces for the second parcel: ${goods}`,
    zh: `放入第二个包裹的件数：${goods}`,
  }),
  keep: { en: 'Leave it whole', zh: '不拆分' },
  divide: { en: 'Divide', zh: '拆分' },
}

interface DivideOrderProps {
  readonly order: StockView
  readonly onClose: () => void
}

/** What the first and the second parcel are packed in. */
type ParcelTypes = readonly [string, string]

/** Divides what is here of an order over two parcels; a part can be divided again. */
export function DivideOrder({ order, onClose }: DivideOrderProps) {
  const say = useSay()
  const [second, setSecond] = useState(order.lines.map(() => 0))
  const [types, setTypes] = useState<ParcelTypes>(['CT', 'CT'])
  const first = order.lines.map(({ received }, index) => received - (second[index] ?? 0))
  const divide = useDivision(order, onClose)
  const isDivided = [first, second].every((pieces) => pieces.some((count) => count > 0))
  return (
    <Dialog
      onClose={onClose}
      title={say(words.title(order.reference))}
      keep={say(words.keep)}
      size="lg"
      centered
    >
      <Stack>
        <Text size="sm">{say(words.lead)}</Text>
        <Pieces order={order} first={first} second={second} onDivide={setSecond} />
        <Group>
          {types.map((type, index) => (
            <NativeSelect
              key={index}
              label={say(words.packed(index + 1))}
              value={type}
              onChange={(event) => {
                const { value } = event.currentTarget
                setTypes(([one, two]) => (index === 0 ? [value, two] : [one, value]))
              }}
              data={packageTypes.map(({ value, label }) => ({ value, label: say(label) }))}
            />
          ))}
        </Group>
        <ProblemNote error={divide.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {say(words.keep)}
          </Button>
          <Button
            loading={divide.isPending}
            disabled={!isDivided}
            onClick={() =>
              divide.mutate([
                { pieces: first, type: types[0] },
                { pieces: second, type: types[1] },
              ])
            }
          >
            {say(words.divide)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

interface PiecesProps {
  readonly order: StockView
  /** Pieces of each line in the first parcel, and in the second. */
  readonly first: readonly number[]
  readonly second: readonly number[]
  readonly onDivide: (second: number[]) => void
}

/** How many pieces of each line lie in which parcel. */
function Pieces({ order, first, second, onDivide }: PiecesProps) {
  const say = useSay()
  const { number } = useFormats()
  return (
    <Table aria-label={say(words.goods)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say(words.goods)}</Table.Th>
          <Table.Th ta="right">{say(words.first)}</Table.Th>
          <Table.Th ta="right">{say(words.second)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {order.lines.map(({ lineNumber, description, received }, index) => (
          <Table.Tr key={lineNumber}>
            <Table.Td>{description}</Table.Td>
            <Table.Td ta="right">{number(first[index] ?? 0)}</Table.Td>
            <Table.Td>
              <TextInput
                aria-label={say(words.secondOf(description))}
                inputMode="numeric"
                w={80}
                ml="auto"
                value={String(second[index] ?? 0)}
                onChange={(event) => {
                  const pieces = Number(event.currentTarget.value.replace(/\D/g, ''))
                  onDivide(second.with(index, Math.min(pieces, received)))
                }}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

interface PackedPart {
  /** Of each line of the order. */
  readonly pieces: readonly number[]
  readonly type: string
}

function useDivision(order: StockView, onDivided: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (packed: readonly PackedPart[]) => {
      const parts = packed.map(({ pieces, type }) => ({
        lines: order.lines.flatMap(({ lineNumber }, place) => {
          const quantity = pieces[place] ?? 0
          return quantity > 0 ? [{ lineNumber, quantity }] : []
        }),
        packages: [{ type, count: 1 }],
      }))
      return change(`/v1/orders/${order.id}/division`, { body: { parts } })
    },
    onSuccess: async () => {
      onDivided()
      await Promise.all(
        [['orders'], ['stock'], ['buyers']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      )
    },
  })
}
