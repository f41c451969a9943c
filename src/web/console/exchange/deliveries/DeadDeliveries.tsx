import { Anchor, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import type { DeliveryView } from '../../../../api/deliveries.ts'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { DeliveryList } from '../../deliveries/DeliveryList.tsx'
import { deadDeliveriesQuery, exchangeKey } from '../exchange-queries.ts'

const words = {
  title: { en: 'Webhooks and e-mail that were given up', zh: '已放弃的 Webhook 与邮件' },
  lead: {
    en: 'What systems and people could not be told after hours of attempts.',
    zh: '经数小时多次尝试仍未能送达系统或人员的消息。',
  },
  none: { en: 'Everybody was told', zh: '消息均已送达' },
  noneWhy: {
    en: 'What cannot be delivered to a system or a person waits here in the end.',
    zh: '最终无法送达的消息会在此等待处理。',
  },
  webhook: { en: 'Webhook', zh: 'Webhook' },
  email: { en: 'E-mail', zh: '邮件' },
  endpoint: { en: 'Endpoint', zh: '接收地址' },
  inCase: { en: 'Case', zh: '清关案' },
}

/** What could not be told to systems and people, beside what could not be told to customs. */
export function DeadDeliveries() {
  const say = useSay()
  const { may } = useSession()
  const deliveries = useQuery({ ...deadDeliveriesQuery, enabled: may('webhooks.read') })
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {say(words.lead)}
      </Text>
      <DeliveryList
        label={say(words.title)}
        deliveries={deliveries}
        refreshed={exchangeKey}
        none={{ title: say(words.none), why: say(words.noneWhy) }}
        before={({ kind }) => `${say(words[kind])}: `}
        name={({ title, type }) => (title === undefined ? type : say(title))}
        facts={(delivery) => <Places {...delivery} />}
      />
    </Stack>
  )
}

/** Where it should have gone, and what it tells of. */
function Places({ endpointId, caseId }: DeliveryView) {
  const say = useSay()
  const places = [
    { to: endpointId && `/settings/webhooks/${endpointId}`, name: words.endpoint },
    { to: caseId && `/cases/${caseId}`, name: words.inCase },
  ]
  return places.map(
    ({ to, name }) =>
      to !== undefined && (
        <span key={to}>
          {' · '}
          <Anchor component={Link} to={to} size="sm" underline="always">
            {say(name)}
          </Anchor>
        </span>
      ),
  )
}
