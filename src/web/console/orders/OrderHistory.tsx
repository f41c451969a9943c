import { Text, Timeline } from '@mantine/core'

import type { OrderView } from '../../../api/views/order-view.ts'
import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { dutyPayers } from './duty-payers.ts'
import { orderEvents } from './order-states.ts'

const words = {
  became: (name: BilingualText, was: string, is: string) => ({
    en: `${name.en}: ${was} → ${is}`,
    zh: `${name.zh}：${was} → ${is}`,
  }),
  term: { en: 'Incoterm', zh: '贸易术语' },
  payer: { en: 'Duty and tax are paid by', zh: '税费承担方' },
  freight: { en: 'Freight', zh: '运费' },
  insurance: { en: 'Insurance', zh: '保险费' },
  unstated: { en: 'not stated', zh: '未填写' },
}

/** What happened to an order, by whom and why; the first event first. */
export function OrderHistory({ history }: { readonly history: OrderView['history'] }) {
  const say = useSay()
  return (
    <Timeline active={history.length - 1} bulletSize={16} lineWidth={2} color="tide">
      {history.map(({ event, at, reason, details, actor }, index) => (
        <Timeline.Item key={index} title={say(orderEvents[event] ?? { en: event, zh: event })}>
          {reason !== undefined && <Text size="sm">{reason}</Text>}
          {details !== undefined && <TermsChange {...details} />}
          <Text size="xs" c="dimmed">
            <InstantText at={at} />
            {'name' in actor && ` · ${actor.name}`}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  )
}

type Terms = NonNullable<OrderView['history'][number]['details']>

/** What was changed of the delivery terms: what was, and what it became. */
function TermsChange({ before, after }: Terms) {
  const say = useSay()
  const { money } = useFormats()
  const factsOf = ({ incoterm, dutiesBilledTo, freight, insurance }: Terms['before']) =>
    [
      [words.term, `${incoterm.code} ${incoterm.place}`],
      [words.payer, say(dutyPayers[dutiesBilledTo])],
      [words.freight, freight === undefined ? say(words.unstated) : money(freight)],
      [words.insurance, insurance === undefined ? say(words.unstated) : money(insurance)],
    ] as const
  const became = factsOf(after)
  return factsOf(before).flatMap(([name, was], index) => {
    const [, is] = became[index]!
    return was === is
      ? []
      : [
          <Text key={name.en} size="sm">
            {say(words.became(name, was, is))}
          </Text>,
        ]
  })
}
