import { Table, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'

import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { SectionCard } from '../SectionCard.tsx'

const words = {
  title: { en: 'Goods', zh: '货物' },
  description: { en: 'Description', zh: '品名' },
  code: { en: 'Commodity code', zh: '商品编码' },
  origin: { en: 'Origin', zh: '原产国' },
  pieces: { en: 'Pieces', zh: '件数' },
  price: { en: 'Price', zh: '价格' },
}

/** The goods items as they stand, one on each line. */
export function GoodsInShort({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { number } = useFormats()
  const { goods } = useSuspenseQuery(caseQueries.goods(caseId)).data
  return (
    <SectionCard title={say(words.title)}>
      <Table aria-label={say(words.title)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say(words.description)}</Table.Th>
            <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
              {say(words.pieces)}
            </Table.Th>
            <Table.Th ta="right">{say(words.price)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {goods.goodsItems.map((item) => (
            <Table.Tr key={item.itemNumber}>
              <Table.Td>
                {item.description}
                <Text size="xs" c="dimmed">
                  {say(words.code)} {item.commodityCode ?? '–'} · {say(words.origin)}{' '}
                  {item.origin ?? '–'}
                </Text>
              </Table.Td>
              <Table.Td ta="right">{number(item.quantity)}</Table.Td>
              <Table.Td ta="right">
                <MoneyText value={item.linePrice} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </SectionCard>
  )
}
