import { Button, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { OrderView } from '../../../api/views/order-view.ts'
import { change } from '../../kit/api/ask.ts'
import { showNotice } from '../../kit/notices.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { plainAmount } from './amount-text.ts'
import { dutyPayers } from './duty-payers.ts'
import { incoterms } from './incoterms.ts'
import { orderQuery } from './order-queries.ts'
import { Dialog } from '../../kit/components/Dialog.tsx'
import { StackedForm } from '../../kit/components/StackedForm.tsx'

const words = {
  title: (reference: string) => ({
    en: `Delivery terms of order ${reference}`,
    zh: `订单 ${reference} 的交货条件`,
  }),
  lead: {
    en: 'They say what the prices contain, and with that the customs value. Until the goods are consolidated they can be changed; what they were stays in the record.',
    zh: '交货条件决定价格包含哪些费用，从而决定完税价格。集运封单之前均可修改；修改前的内容保留在记录中。',
  },
  term: { en: 'Incoterm', zh: '贸易术语' },
  place: { en: 'Place of the term', zh: '术语地点' },
  payer: { en: 'Duty and tax are paid by', zh: '税费承担方' },
  freight: (currency: string) => ({ en: `Freight, ${currency}`, zh: `运费（${currency}）` }),
  insurance: (currency: string) => ({
    en: `Insurance, ${currency}`,
    zh: `保险费（${currency}）`,
  }),
  beside: {
    en: 'beside the prices; 0 where none is paid, empty where not known yet',
    zh: '价格之外另付；未支付填 0，尚不清楚请留空',
  },
  keep: { en: 'Leave them', zh: '不修改' },
  save: { en: 'Change the terms', zh: '保存修改' },
  done: (reference: string) => ({
    en: `The delivery terms of order ${reference} are changed.`,
    zh: `订单 ${reference} 的交货条件已修改。`,
  }),
}

interface DeliveryTermsFormProps {
  readonly order: OrderView
  readonly onClose: () => void
}

/** Changes the delivery terms of an order whose goods have not travelled. */
export function DeliveryTermsForm({ order, onClose }: DeliveryTermsFormProps) {
  const say = useSay()
  const { facts, setFacts, currency, save } = useTerms(order, onClose)
  // A narrow screen cuts off what the list says of each.
  const rule = incoterms.find(({ value }) => value === facts.code)
  const text = (name: 'place' | 'freight' | 'insurance') => ({
    value: facts[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setFacts({ ...facts, [name]: event.currentTarget.value }),
  })
  return (
    <Dialog
      onClose={onClose}
      title={say(words.title(order.reference))}
      keep={say(words.keep)}
      centered
    >
      <StackedForm
        submit={say(words.save)}
        isPending={save.isPending}
        error={save.error}
        onSubmit={() => save.mutate()}
        beside={
          <Button variant="default" onClick={onClose}>
            {say(words.keep)}
          </Button>
        }
      >
        <Text size="sm">{say(words.lead)}</Text>
        <NativeSelect
          label={say(words.term)}
          description={rule && say(rule.label)}
          value={facts.code}
          onChange={(event) =>
            setFacts({ ...facts, code: event.currentTarget.value as typeof facts.code })
          }
          data={incoterms.map(({ value, label }) => ({ value, label: say(label) }))}
        />
        <TextInput label={say(words.place)} {...text('place')} maxLength={35} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={say(words.freight(currency))}
            description={say(words.beside)}
            inputMode="decimal"
            {...text('freight')}
          />
          <TextInput
            label={say(words.insurance(currency))}
            description={say(words.beside)}
            inputMode="decimal"
            {...text('insurance')}
          />
        </SimpleGrid>
        <NativeSelect
          label={say(words.payer)}
          value={facts.payer}
          onChange={(event) =>
            setFacts({ ...facts, payer: event.currentTarget.value as typeof facts.payer })
          }
          data={Object.entries(dutyPayers).map(([value, label]) => ({
            value,
            label: say(label),
          }))}
        />
      </StackedForm>
    </Dialog>
  )
}

/** The terms as they are typed, and how they are kept: on the version that was looked at. */
function useTerms({ id, reference, version, order }: OrderView, onClose: () => void) {
  const say = useSay()
  const queries = useQueryClient()
  const { incoterm, dutiesBilledTo, freight, insurance, lines } = order
  const currency = lines[0]?.unitPrice.currency ?? ''
  const [facts, setFacts] = useState({
    ...incoterm,
    payer: dutiesBilledTo,
    freight: freight?.amount ?? '',
    insurance: insurance?.amount ?? '',
  })
  const { queryKey } = orderQuery(id)
  const cost = (typed: string) => ({ amount: plainAmount(typed, currency), currency })
  const save = useMutation({
    mutationFn: () =>
      change<OrderView>(`/v1/orders/${id}/delivery-terms`, {
        method: 'PUT',
        ifMatch: `"${version}"`,
        body: {
          incoterm: { code: facts.code, place: facts.place.trim() },
          dutiesBilledTo: facts.payer,
          ...(facts.freight.trim() !== '' && { freight: cost(facts.freight) }),
          ...(facts.insurance.trim() !== '' && { insurance: cost(facts.insurance) }),
        },
      }),
    onSuccess: async (changed) => {
      queries.setQueryData(queryKey, changed)
      onClose()
      showNotice({ message: say(words.done(reference)) })
      await queries.invalidateQueries({ queryKey: ['shipments'] })
    },
    onError: () => queries.invalidateQueries({ queryKey }),
  })
  return { facts, setFacts, currency, save }
}
