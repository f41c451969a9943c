import { Alert, Button, Fieldset, Grid, Group, List, SimpleGrid, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Send } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'

import type { ReceivedOrder } from '../../../../api/orders.ts'
import { change as ask } from '../../../kit/api/ask.ts'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { colon } from '../../../kit/words/colon.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { useFindingText } from './finding-text.ts'
import { FurtherFields } from './FurtherFields.tsx'
import { LandedCost } from './LandedCost.tsx'
import { LineSection } from './LineSection.tsx'
import { composeOrder, draftFrom, type OrderDraft } from './order-draft.ts'
import {
  capacityField,
  channelField,
  declaringFields,
  orderFields,
  packageFields,
  reliefFields,
  termFields,
} from './order-fields.ts'
import { newOrderTitle, OrderFormContext } from './order-form.ts'
import { OrderField } from './OrderField.tsx'
import { PartySection } from './PartySection.tsx'
import { pointersOf } from './order-pointers.ts'
import { type DraftOwner, saveDraft } from './saved-draft.ts'
import { useFirstFault } from './use-first-fault.ts'
import { findingsByField, useOrderCheck, type CheckFinding } from './use-order-check.ts'

const words = {
  lead: {
    en: 'What you type is checked as you go and kept in this browser until you send it.',
    zh: '填写时即时检查；发送之前内容保存在本浏览器中。',
  },
  from: (reference: string) => ({
    en: `Begun with facts of order ${reference}. Look them through.`,
    zh: `已带入订单 ${reference} 的资料，请核对。`,
  }),
  order: { en: 'Order', zh: '订单' },
  declaring: { en: 'Special ways of declaring', zh: '特殊申报方式' },
  relief: { en: 'A gift, or goods that come back', zh: '礼品或退运货物' },
  buyer: { en: 'Buyer', zh: '买方' },
  elsewhere: { en: 'The goods go to another address', zh: '送往其他地址' },
  seller: { en: 'Seller', zh: '卖方' },
  fromElsewhere: { en: 'The goods are sent from another address', zh: '从其他地址发货' },
  agent: { en: 'Purchasing agent', zh: '代购' },
  marketplace: { en: 'Marketplace', zh: '电商平台' },
  terms: { en: 'Money and journey', zh: '费用与运输' },
  send: { en: 'Hand the order in', zh: '提交订单' },
  clear: { en: 'Begin anew', zh: '清空重填' },
  show: { en: 'Show the first', zh: '查看第一处' },
  still: { en: 'Still to be stated', zh: '尚需填写' },
  later: {
    en: 'Can be stated later, before the goods are declared',
    zh: '可稍后补充，申报前须齐备',
  },
  ready: { en: 'The order can be handed in.', zh: '订单可以提交。' },
}

/** With what the form begins. */
export interface Beginning {
  readonly draft: OrderDraft
  /** The order whose facts were taken over. */
  readonly from?: string
}

/** The form of an order, with what the check says at each field and the estimate beside it. */
export function NewOrderForm({ beginning }: { readonly beginning: Beginning }) {
  const say = useSay()
  const { tenant, person } = useSession()
  const owner = useMemo(
    () => ({ tenantId: tenant.id, personId: person.id }),
    [tenant.id, person.id],
  )
  const isAgent = tenant.kind === 'purchasing-agent'
  const [draft, setDraft] = useState(beginning.draft)
  const [isTried, setIsTried] = useState(false)
  useEffect(() => saveDraft(owner, draft, Date.now()), [owner, draft])
  const order = composeOrder(draft, isAgent ? 'purchasing-agent' : undefined)
  const check = useOrderCheck(order)
  const findings = check.data?.findings ?? []
  const send = useSending(owner)
  const form = {
    ...{ draft, isTried, change: setDraft },
    type: (texts: Readonly<Record<string, string>>) =>
      setDraft((before) => ({ ...before, texts: { ...before.texts, ...texts } })),
    findings: findingsByField(findings, pointersOf(draft, tenant.kind)),
  }
  const refused = findings.filter(({ severity }) => severity === 'refused')
  const { form: element, goThere } = useFirstFault()
  const showFaults = () => {
    setIsTried(true)
    goThere()
  }
  return (
    <OrderFormContext value={form}>
      <PageHead title={say(newOrderTitle)} lead={say(words.lead)} />
      {beginning.from !== undefined && (
        <Alert variant="light" color="tide" mb="md" styles={{ message: { color: 'inherit' } }}>
          {say(words.from(beginning.from))}
        </Alert>
      )}
      <form
        ref={element}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (check.isSuccess && refused.length === 0) send.mutate(order)
          else showFaults()
        }}
      >
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, lg: 8 }}>
            <Sections
              isAgent={isAgent}
              isOfMarketplace={draft.texts['/channel'] === 'marketplace'}
            />
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 4 }}>
            <Stack gap="md" style={{ position: 'sticky', top: 72 }}>
              <LandedCost quote={check.data?.quote} />
              <ProblemNote error={send.error ?? check.error} />
              <Group>
                <Button
                  type="submit"
                  loading={send.isPending}
                  leftSection={<Send size={16} />}
                  flex={1}
                >
                  {say(words.send)}
                </Button>
                <Button
                  variant="default"
                  onClick={() => {
                    setDraft(draftFrom({}))
                    setIsTried(false)
                  }}
                >
                  {say(words.clear)}
                </Button>
              </Group>
              <Standing findings={findings} isChecked={check.isSuccess} onShow={showFaults} />
            </Stack>
          </Grid.Col>
        </Grid>
      </form>
    </OrderFormContext>
  )
}

function useSending(owner: DraftOwner) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (order: object) => ask<ReceivedOrder>('/v1/orders', { body: order }),
    onSuccess: async ({ orderId }) => {
      await navigate({ to: '/orders/$orderId', params: { orderId } })
      saveDraft(owner, undefined, Date.now())
      await queries.invalidateQueries({ queryKey: ['orders'] })
    },
  })
}

interface SectionsProps {
  readonly isAgent: boolean
  readonly isOfMarketplace: boolean
}

function Sections({ isAgent, isOfMarketplace }: SectionsProps) {
  const say = useSay()
  const fields = isAgent ? orderFields : [...orderFields, channelField]
  const sender = { choice: 'shipFrom', label: words.fromElsewhere } as const
  return (
    <Stack gap="md">
      <Fieldset legend={say(words.order)}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
          {fields.map((field) => (
            <OrderField key={field.pointer} field={field} />
          ))}
        </SimpleGrid>
        <FurtherFields summary={words.relief} fields={reliefFields} />
        <FurtherFields summary={words.declaring} fields={declaringFields} />
      </Fieldset>
      <LineSection />
      <PartySection
        title={words.buyer}
        pointer="/buyer"
        source="buyers"
        elsewhere={{ choice: 'deliverTo', label: words.elsewhere }}
      />
      <PartySection
        title={words.seller}
        pointer="/seller"
        source="sellers"
        {...(!isAgent && { elsewhere: sender })}
      />
      {isOfMarketplace && (
        <PartySection title={words.marketplace} pointer="/marketplace" source="sellers" />
      )}
      {isAgent && (
        <PartySection
          title={words.agent}
          pointer="/purchasingAgent/party"
          source="sellers"
          before={[capacityField]}
          elsewhere={sender}
        />
      )}
      <Fieldset legend={say(words.terms)}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
          {[...termFields, ...(isAgent ? [feeField] : packageFields)].map((field) => (
            <OrderField key={field.pointer} field={field} />
          ))}
        </SimpleGrid>
      </Fieldset>
    </Stack>
  )
}

const feeField = {
  pointer: '/purchasingAgent/fee/amount',
  label: { en: 'Fee of the agent', zh: '代购服务费' },
  form: 'number',
} as const

interface StandingProps {
  readonly findings: readonly CheckFinding[]
  readonly isChecked: boolean
  /** Leads to the first of what is missing. */
  readonly onShow: () => void
}

/** How far the order is: what keeps it from being taken, and what can wait. */
function Standing({ findings, isChecked, onShow }: StandingProps) {
  const say = useSay()
  const textOf = useFindingText()
  if (!isChecked) return null
  const refused = findings.filter(({ severity }) => severity === 'refused')
  const later = findings.filter(({ severity }) => severity !== 'refused')
  if (refused.length > 0) {
    return (
      <Group gap="xs" justify="space-between">
        <Text size="sm" role="status">
          {say(words.still)}
          {say(colon)}
          {refused.length}
        </Text>
        <Button size="compact-sm" variant="subtle" onClick={onShow}>
          {say(words.show)}
        </Button>
      </Group>
    )
  }
  return (
    <div role="status">
      <Text size="sm">{say(words.ready)}</Text>
      {later.length > 0 && (
        <>
          <Text size="sm" mt="xs" fw={600}>
            {say(words.later)}
          </Text>
          <List size="sm" spacing={2}>
            {later.map((finding) => (
              <List.Item key={`${finding.code} ${finding.path}`}>{textOf(finding)}</List.Item>
            ))}
          </List>
        </>
      )}
    </div>
  )
}
