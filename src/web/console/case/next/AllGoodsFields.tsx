import { SimpleGrid, Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'

import type { Consignment } from '../../../../customs/consignment/consignment.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import {
  fieldsOfConsignment,
  fieldsOfItem,
  orderedFieldsOfItem,
  type GoodsField,
} from './goods-fields.ts'

const words = {
  consignment: { en: 'The whole consignment', zh: '整票货物' },
  item: (number: number) => ({ en: `Goods item ${number}`, zh: `商品项 ${number}` }),
}

interface AllGoodsFieldsProps {
  readonly goods: Consignment
  /** Also what was ordered, for goods that are declared already. */
  readonly withOrdered?: boolean
  readonly inputFor: (field: GoodsField) => ReactNode
}

/** Every value of the goods data that can be typed, by what it belongs to. */
export function AllGoodsFields({ goods, withOrdered = false, inputFor }: AllGoodsFieldsProps) {
  const say = useSay()
  return (
    <Stack gap="md">
      <FieldGroup title={say(words.consignment)}>
        {fieldsOfConsignment(goods).map(inputFor)}
      </FieldGroup>
      {goods.goodsItems.map(({ itemNumber, description }, index) => (
        <FieldGroup key={itemNumber} title={`${say(words.item(itemNumber))} · ${description}`}>
          {(withOrdered ? orderedFieldsOfItem(index) : []).map(inputFor)}
          {fieldsOfItem(goods, index).map(inputFor)}
        </FieldGroup>
      ))}
    </Stack>
  )
}

function FieldGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Stack gap="xs" component="fieldset" m={0} p={0} style={{ border: 0, minWidth: 0 }}>
      <Title component="legend" order={3} size="h6" p={0} mb={4}>
        {title}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {children}
      </SimpleGrid>
    </Stack>
  )
}
