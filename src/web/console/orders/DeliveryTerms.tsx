import { Alert, Button, Card, Group, List, SimpleGrid, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Pencil, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

import type { OrderView } from '../../../api/views/order-view.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { useSession } from '../../kit/session.ts'
import { failureText } from '../../kit/words/failure-text.ts'
import { useLanguage, useSay } from '../../kit/words/LanguageProvider.tsx'
import { DeliveryTermsForm } from './DeliveryTermsForm.tsx'
import { dutyPayers } from './duty-payers.ts'
import { incoterms } from './incoterms.ts'
import { isOpenOrder } from './order-states.ts'

const words = {
  title: { en: 'Delivery terms', zh: '交货条件' },
  change: { en: 'Change', zh: '修改' },
  term: { en: 'Incoterm', zh: '贸易术语' },
  payer: { en: 'Duty and tax are paid by', zh: '税费承担方' },
  freight: { en: 'Freight beside the prices', zh: '价格之外的运费' },
  insurance: { en: 'Insurance beside the prices', zh: '价格之外的保险费' },
  unstated: { en: 'not stated', zh: '未填写' },
  warnings: {
    en: 'The order is taken, but its goods cannot be declared like this',
    zh: '订单已接收，但以下问题会妨碍申报',
  },
}

/** On which terms the goods are delivered; as long as they have not travelled, these can be changed. */
export function DeliveryTerms({ order }: { readonly order: OrderView }) {
  const say = useSay()
  const { may } = useSession()
  const [isChanging, changing] = useDisclosure()
  const { incoterm, dutiesBilledTo, freight, insurance } = order.order
  const rule = incoterms.find(({ value }) => value === incoterm.code)
  return (
    <Card withBorder component="section" aria-labelledby="terms">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4" id="terms">
          {say(words.title)}
        </Title>
        {isOpenOrder(order.state) && may('orders.create') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<Pencil size={14} aria-hidden />}
            aria-describedby="terms"
            onClick={changing.open}
          >
            {say(words.change)}
          </Button>
        )}
      </Group>
      <Warnings warnings={order.warnings} />
      <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" m={0}>
        <Fact name={say(words.term)}>
          {incoterm.code} {incoterm.place}
          <Text size="xs" c="dimmed">
            {rule && say(rule.label).slice(incoterm.code.length + 1)}
          </Text>
        </Fact>
        <Fact name={say(words.payer)}>{say(dutyPayers[dutiesBilledTo])}</Fact>
        <Fact name={say(words.freight)}>
          {freight ? <MoneyText value={freight} /> : say(words.unstated)}
        </Fact>
        <Fact name={say(words.insurance)}>
          {insurance ? <MoneyText value={insurance} /> : say(words.unstated)}
        </Fact>
      </SimpleGrid>
      {isChanging && <DeliveryTermsForm order={order} onClose={changing.close} />}
    </Card>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0} size="sm">
        {children}
      </Text>
    </div>
  )
}

/** What will stand in the way of the declaration, said while it is easy to mend. */
function Warnings({ warnings }: Pick<OrderView, 'warnings'>) {
  const say = useSay()
  const { language } = useLanguage()
  if (warnings.length === 0) return null
  return (
    <Alert
      color="yellow"
      icon={<TriangleAlert aria-hidden />}
      title={say(words.warnings)}
      mb="sm"
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <List size="sm" spacing={4} listStyleType="none">
        {warnings.map((warning, index) => {
          const { message, mend, lang } = failureText(warning, language)
          return (
            <List.Item key={index} lang={lang}>
              {message} {mend}
            </List.Item>
          )
        })}
      </List>
    </Alert>
  )
}
