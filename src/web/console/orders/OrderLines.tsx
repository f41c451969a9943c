import { Table, Text } from '@mantine/core'

import type { Order } from '../../../customs/order/order.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'

const words = {
  caption: { en: 'Lines of the order', zh: '订单商品行' },
  goods: { en: 'Description', zh: '商品名称' },
  code: { en: 'Commodity code', zh: '商品编码' },
  origin: { en: 'Origin', zh: '原产国' },
  pieces: { en: 'Pieces', zh: '件数' },
  price: { en: 'Price each', zh: '单价' },
  net: { en: 'Net kg', zh: '净重（千克）' },
  gross: { en: 'Gross kg', zh: '毛重（千克）' },
  unknown: { en: 'not stated', zh: '未填写' },
  fee: { en: 'Fee of the agent', zh: '代购服务费' },
}

/** The goods of an order with what customs will ask of each, and what its agent is paid. */
export function OrderLines({ order }: { readonly order: Order }) {
  const say = useSay()
  const fee = order.purchasingAgent?.fee
  return (
    <div tabIndex={0} role="region" aria-label={say(words.caption)} style={{ overflowX: 'auto' }}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say(words.goods)}</Table.Th>
            <Table.Th visibleFrom="sm">{say(words.code)}</Table.Th>
            <Table.Th visibleFrom="sm">{say(words.origin)}</Table.Th>
            <Table.Th ta="right">{say(words.pieces)}</Table.Th>
            <Table.Th ta="right">{say(words.price)}</Table.Th>
            <Table.Th ta="right" visibleFrom="sm">
              {say(words.net)}
            </Table.Th>
            <Table.Th ta="right" visibleFrom="sm">
              {say(words.gross)}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {order.lines.map((line, index) => (
            <LineRow key={index} line={line} />
          ))}
          {fee && (
            <Table.Tr>
              <Table.Td>{say(words.fee)}</Table.Td>
              <Table.Td colSpan={2} visibleFrom="sm" />
              <Table.Td />
              <Table.Td ta="right">
                <MoneyText value={fee} />
              </Table.Td>
              <Table.Td colSpan={2} visibleFrom="sm" />
            </Table.Tr>
          )}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function LineRow({ line }: { readonly line: Order['lines'][number] }) {
  const say = useSay()
  const { number } = useFormats()
  const missing = (
    <Text span size="sm" c="dimmed">
      {say(words.unknown)}
    </Text>
  )
  // On a phone there is no room for their columns.
  const facts = [
    [words.code, line.commodityCode],
    [words.origin, line.origin],
    [words.net, line.netWeightKg],
    [words.gross, line.grossWeightKg],
  ] as const
  return (
    <Table.Tr>
      <Table.Td>
        {line.description}
        {line.sku !== undefined && (
          <Text size="xs" c="dimmed">
            {line.sku}
          </Text>
        )}
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          {facts.map(([name, value], index) => (
            <span key={index}>
              {index > 0 && ' · '}
              {say(name)}: {value ?? say(words.unknown)}
            </span>
          ))}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">{line.commodityCode ?? missing}</Table.Td>
      <Table.Td visibleFrom="sm">{line.origin ?? missing}</Table.Td>
      <Table.Td ta="right">{number(line.quantity)}</Table.Td>
      <Table.Td ta="right">
        <MoneyText value={line.unitPrice} />
      </Table.Td>
      <Table.Td ta="right" visibleFrom="sm">
        {line.netWeightKg ?? missing}
      </Table.Td>
      <Table.Td ta="right" visibleFrom="sm">
        {line.grossWeightKg ?? missing}
      </Table.Td>
    </Table.Tr>
  )
}
