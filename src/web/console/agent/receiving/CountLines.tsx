import {
  ActionIcon,
  Button,
  Card,
  Group,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { Minus, Plus } from 'lucide-react'

import type { Order } from '../../../../customs/order/order.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import type { CountedLine } from './receipt-draft.ts'

const words = {
  title: { en: 'Count and weigh', zh: '清点与称重' },
  awaited: (open: string, ordered: string) => ({
    en: `${open} of ${ordered} pieces still awaited`,
    zh: `共 ${ordered} 件，尚待 ${open} 件`,
  }),
  more: (goods: string) => ({ en: `One more: ${goods}`, zh: `加一件：${goods}` }),
  fewer: (goods: string) => ({ en: `One fewer: ${goods}`, zh: `减一件：${goods}` }),
  counted: (goods: string) => ({ en: `Pieces counted: ${goods}`, zh: `已清点件数：${goods}` }),
  all: { en: 'All', zh: '全部' },
  gross: { en: 'Weight with packaging, kg', zh: '毛重（千克）' },
  net: { en: 'Weight without packaging, kg', zh: '净重（千克）' },
  stated: (weight: string) => ({ en: `order states ${weight} kg`, zh: `订单注明 ${weight} 千克` }),
}

interface CountLinesProps {
  readonly order: Order
  /** Pieces of each line that are awaited. */
  readonly open: readonly number[]
  readonly lines: readonly CountedLine[]
  readonly onCount: (lines: readonly CountedLine[]) => void
}

/** The lines of an order with a counter each; only pieces in good order are counted here. */
export function CountLines({ order, open, lines, onCount }: CountLinesProps) {
  const say = useSay()
  return (
    <section aria-labelledby="count">
      <Title order={2} size="h4" id="count" mb="xs">
        {say(words.title)}
      </Title>
      <Stack gap="sm">
        {order.lines.map((line, index) => {
          const counted = lines[index]
          return (
            counted && (
              <CountLine
                key={index}
                line={line}
                open={open[index] ?? 0}
                counted={counted}
                onCount={(changed) => onCount(lines.with(index, changed))}
              />
            )
          )
        })}
      </Stack>
    </section>
  )
}

interface CountLineProps {
  readonly line: Order['lines'][number]
  readonly open: number
  readonly counted: CountedLine
  readonly onCount: (counted: CountedLine) => void
}

function CountLine({ line, open, counted, onCount }: CountLineProps) {
  const say = useSay()
  const { number } = useFormats()
  const stated = (weight: string | undefined) =>
    weight === undefined ? undefined : say(words.stated(number(weight)))
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: '1 1 200px', minWidth: 0 }}>
          <Text fw={600}>{line.description}</Text>
          <Text size="sm" c="dimmed">
            {say(words.awaited(number(open), number(line.quantity)))}
          </Text>
        </div>
        <Counter
          goods={line.description}
          open={open}
          quantity={counted.quantity}
          onCount={(quantity) => onCount({ ...counted, quantity })}
        />
      </Group>
      {counted.quantity > 0 && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} mt="sm" spacing="sm">
          <TextInput
            label={say(words.gross)}
            description={stated(line.grossWeightKg)}
            inputWrapperOrder={['label', 'input', 'description']}
            withAsterisk
            inputMode="decimal"
            value={counted.grossWeightKg}
            onChange={(event) => onCount({ ...counted, grossWeightKg: event.currentTarget.value })}
          />
          <TextInput
            label={say(words.net)}
            description={stated(line.netWeightKg)}
            inputWrapperOrder={['label', 'input', 'description']}
            inputMode="decimal"
            value={counted.netWeightKg}
            onChange={(event) => onCount({ ...counted, netWeightKg: event.currentTarget.value })}
          />
        </SimpleGrid>
      )}
    </Card>
  )
}

interface CounterProps {
  readonly goods: string
  readonly open: number
  readonly quantity: number
  readonly onCount: (quantity: number) => void
}

/** The pieces of one line, one more or fewer at a press. */
function Counter({ goods, open, quantity, onCount }: CounterProps) {
  const say = useSay()
  const count = (pieces: number) => {
    if (pieces >= 0 && pieces <= open) onCount(pieces)
  }
  return (
    <Group gap="xs">
      <ActionIcon
        size="xl"
        variant="default"
        aria-label={say(words.fewer(goods))}
        disabled={quantity === 0}
        onClick={() => count(quantity - 1)}
      >
        <Minus size={20} />
      </ActionIcon>
      <TextInput
        aria-label={say(words.counted(goods))}
        value={String(quantity)}
        inputMode="numeric"
        w={72}
        size="md"
        styles={{ input: { textAlign: 'center' } }}
        onChange={(event) => count(Number(event.currentTarget.value.replace(/\D/g, '')))}
      />
      <ActionIcon
        size="xl"
        variant="default"
        aria-label={say(words.more(goods))}
        disabled={quantity >= open}
        onClick={() => count(quantity + 1)}
      >
        <Plus size={20} />
      </ActionIcon>
      <Button variant="default" disabled={open === 0} onClick={() => count(open)}>
        {say(words.all)}
      </Button>
    </Group>
  )
}
