import {
  ActionIcon,
  Button,
  Card,
  Group,
  NativeSelect,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { Plus, Trash2 } from 'lucide-react'

import type { Order } from '../../../../customs/order/order.ts'
import { useRowIds } from '../../../kit/use-row-ids.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { kindWords } from '../set-apart/set-apart-words.ts'
import type { ApartGoods } from './receipt-draft.ts'

const words = {
  title: { en: 'Not in good order', zh: '异常货物' },
  lead: {
    en: 'Damaged, wrong or surplus pieces are kept apart and never shipped with the order.',
    zh: '破损、错发或多余的货物单独存放，不随订单发运。',
  },
  kind: { en: 'What is wrong', zh: '问题' },
  line: { en: 'Of which goods', zh: '对应商品' },
  noLine: { en: 'of none of them', zh: '都不是' },
  count: { en: 'How many', zh: '件数' },
  description: { en: 'Describe them', zh: '描述' },
  add: { en: 'Set pieces apart', zh: '单独存放' },
  remove: (number: number) => ({ en: `Remove entry ${number}`, zh: `删除第 ${number} 条` }),
}

/** That pieces came too late is found by the server, not seen on them. */
const offeredKinds = ['damaged', 'wrong-goods', 'surplus'] as const

interface SetApartProps {
  readonly order: Order
  readonly goods: readonly ApartGoods[]
  readonly onDescribe: (goods: readonly ApartGoods[]) => void
}

/** Pieces that came and are not sent on. */
export function SetApart({ order, goods, onDescribe }: SetApartProps) {
  const say = useSay()
  const { ids, forget } = useRowIds(goods.length)
  const fresh: ApartGoods = { kind: 'damaged', lineNumber: 1, quantity: 1, description: '' }
  return (
    <section aria-labelledby="apart">
      <Title order={2} size="h4" id="apart">
        {say(words.title)}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {say(words.lead)}
      </Text>
      <Stack gap="sm">
        {goods.map((pieces, index) => (
          <ApartRow
            key={ids[index]}
            number={index + 1}
            order={order}
            pieces={pieces}
            onDescribe={(changed) => onDescribe(goods.with(index, changed))}
            onRemove={() => {
              forget(index)
              onDescribe(goods.toSpliced(index, 1))
            }}
          />
        ))}
        <Group>
          <Button
            variant="default"
            leftSection={<Plus size={16} />}
            onClick={() => onDescribe([...goods, fresh])}
          >
            {say(words.add)}
          </Button>
        </Group>
      </Stack>
    </section>
  )
}

interface ApartRowProps {
  readonly number: number
  readonly order: Order
  readonly pieces: ApartGoods
  readonly onDescribe: (pieces: ApartGoods) => void
  readonly onRemove: () => void
}

function ApartRow({ number, order, pieces, onDescribe, onRemove }: ApartRowProps) {
  const say = useSay()
  return (
    <Card withBorder padding="sm">
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={say(words.kind)}
          value={pieces.kind}
          onChange={(event) =>
            onDescribe({ ...pieces, kind: event.currentTarget.value as ApartGoods['kind'] })
          }
          data={offeredKinds.map((kind) => ({ value: kind, label: say(kindWords[kind]) }))}
        />
        <NativeSelect
          label={say(words.line)}
          value={String(pieces.lineNumber)}
          onChange={(event) =>
            onDescribe({ ...pieces, lineNumber: Number(event.currentTarget.value) })
          }
          data={[
            ...order.lines.map(({ description }, index) => ({
              value: String(index + 1),
              label: description.slice(0, 60),
            })),
            ...(pieces.kind === 'wrong-goods' ? [{ value: '0', label: say(words.noLine) }] : []),
          ]}
          style={{ flex: '1 1 180px', minWidth: 0 }}
        />
        <TextInput
          label={say(words.count)}
          inputMode="numeric"
          w={96}
          value={String(pieces.quantity)}
          onChange={(event) =>
            onDescribe({
              ...pieces,
              quantity: Number(event.currentTarget.value.replace(/\D/g, '').slice(0, 6)),
            })
          }
        />
        <TextInput
          label={say(words.description)}
          value={pieces.description}
          maxLength={512}
          withAsterisk
          onChange={(event) => onDescribe({ ...pieces, description: event.currentTarget.value })}
          style={{ flex: '2 1 200px' }}
        />
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={say(words.remove(number))}
          onClick={onRemove}
        >
          <Trash2 size={16} />
        </ActionIcon>
      </Group>
    </Card>
  )
}
