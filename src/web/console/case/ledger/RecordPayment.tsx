import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'

import type { CaseLedger } from '../../../../api/ledgers.ts'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { ActionForm } from '../next/ActionForm.tsx'
import { nameIn, providers } from '../paper-names.ts'
import { SectionCard } from '../SectionCard.tsx'
import { useCaseChange } from '../use-case-change.ts'

const words = {
  title: { en: 'Record a payment', zh: '登记收款' },
  lead: {
    en: 'When a party has paid back what the clearance cost.',
    zh: '当付款人已偿付清关费用时登记。',
  },
  payer: { en: 'Who has paid', zh: '付款人' },
  amount: { en: 'Amount', zh: '金额' },
  reference: { en: 'Bank reference or receipt', zh: '银行流水号或收据号' },
  record: { en: 'Record', zh: '登记' },
}

interface RecordPaymentProps {
  readonly caseId: string
  readonly balances: CaseLedger['balances']
}

/** Records money from a party that owes some; nothing is shown where nobody owes anything. */
export function RecordPayment({ caseId, balances }: RecordPaymentProps) {
  const say = useSay()
  const { may } = useSession()
  const record = useCaseChange(caseId)
  const owing = balances.flatMap(({ account, balance }) => {
    const payer = /^receivable:(.+)$/.exec(account)?.[1]
    return payer === undefined || !/[1-9]/.test(balance.amount) || balance.amount.startsWith('-')
      ? []
      : [{ payer, balance }]
  })
  const [chosen, setChosen] = useState<string>()
  const [typed, setTyped] = useState<string>()
  const [reference, setReference] = useState('')
  const debtor = owing.find(({ payer }) => payer === chosen) ?? owing[0]
  if (debtor === undefined || !may('payments.record')) return null
  const { payer, balance } = debtor
  const amount = { amount: typed ?? balance.amount, currency: balance.currency }
  return (
    <div className="screen-only">
      <SectionCard title={say(words.title)} lead={say(words.lead)}>
        <ActionForm
          button={say(words.record)}
          isPending={record.isPending}
          isReady={reference.trim() !== ''}
          error={record.error}
          onSubmit={() =>
            record.mutate(
              { at: '/payments', body: { payer, amount, reference } },
              {
                onSuccess: () => {
                  setTyped(undefined)
                  setReference('')
                },
              },
            )
          }
        >
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
            <NativeSelect
              label={say(words.payer)}
              value={payer}
              data={owing.map((one) => ({
                value: one.payer,
                label: say(nameIn(providers, one.payer)),
              }))}
              onChange={({ currentTarget }) => setChosen(currentTarget.value)}
            />
            <TextInput
              label={`${say(words.amount)} (${balance.currency})`}
              inputMode="decimal"
              value={amount.amount}
              required
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <TextInput
              label={say(words.reference)}
              value={reference}
              required
              maxLength={70}
              onChange={({ currentTarget }) => setReference(currentTarget.value)}
            />
          </SimpleGrid>
        </ActionForm>
      </SectionCard>
    </div>
  )
}
