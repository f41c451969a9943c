import { Anchor, Group, Paper, Text } from '@mantine/core'

import type { DutyBreakdown } from '../../../../api/duty-breakdowns.ts'
import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { nameIn, providers } from '../paper-names.ts'

const words = {
  item: (number: number) => ({ en: `Item ${number}`, zh: `第 ${number} 项` }),
  whole: { en: 'Whole consignment', zh: '整票货物' },
  bears: { en: 'borne by', zh: '承担方：' },
  collects: { en: 'collected by', zh: '收取方：' },
  timing: {
    'at-sale': { en: 'at sale', zh: '销售时' },
    'at-import': { en: 'at import', zh: '进口时' },
  },
  from: { en: 'rate from', zh: '税率来源：' },
}

const collectors = {
  ...providers,
  customs: { en: 'Customs', zh: '海关' },
  platform: { en: 'Platform', zh: '平台' },
}

type Charge = DutyBreakdown['bars'][number]['charges'][number]

/** How one charge was worked out, by which law, who bears it and when it falls due. */
export function ChargeDetail({ charge }: { readonly charge: Charge }) {
  const say = useSay()
  const { itemNumber, amount, formula, law, rate, borneBy, collector, timing } = charge
  return (
    <Paper withBorder p="xs" my={6}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Text size="sm" fw={600}>
          {say(itemNumber === undefined ? words.whole : words.item(itemNumber))}
        </Text>
        <MoneyText value={amount} />
      </Group>
      <Text size="sm">{say(formula)}</Text>
      <Text size="xs" c="dimmed">
        {say(words.bears)} {say(nameIn(providers, borneBy))} · {say(words.collects)}{' '}
        {say(nameIn(collectors, collector))} · {say(words.timing[timing])}
        {rate && ` · ${say(words.from)} ${rate.edition}`}
      </Text>
      {law && (
        <Anchor href={law.url} size="xs" target="_blank" rel="noreferrer">
          {law.title}
        </Anchor>
      )}
    </Paper>
  )
}
