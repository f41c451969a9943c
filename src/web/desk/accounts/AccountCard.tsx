import { Badge, Group, NativeSelect, Paper, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { change } from '../../kit/api/ask.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useOfficer } from '../desk-session.ts'
import { AccountBar } from './AccountBar.tsx'
import { AccountChanges } from './AccountChanges.tsx'
import { accountsQuery, type DeferralAccount } from './accounts-query.ts'
import { LineForm } from '../LineForm.tsx'
import { PoundsInput } from './PoundsInput.tsx'

const words = {
  owed: { en: 'Owed', zh: '已用' },
  limit: { en: 'Limit', zh: '额度' },
  payIn: { en: 'Pay in, pounds', zh: '存入（英镑）' },
  pay: { en: 'Pay in', zh: '存入' },
  newLimit: { en: 'Limit, pounds', zh: '额度（英镑）' },
  state: { en: 'State', zh: '状态' },
  active: { en: 'active', zh: '启用' },
  suspended: { en: 'suspended', zh: '停用' },
  save: { en: 'Change', zh: '更改' },
}

/** One account: what is owed on it, what can be done with it, and who did what. */
export function AccountCard({ account }: { readonly account: DeferralAccount }) {
  const say = useSay()
  const { number, name, holderEori, owedGbp, limitGbp, state, changes } = account
  const { role } = useOfficer()
  return (
    <Paper component="section" withBorder p="md" aria-label={number}>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4">
          {number} · {name}
        </Title>
        <Badge
          variant="light"
          color={state === 'active' ? 'green' : 'red'}
          c="var(--mantine-color-text)"
        >
          {say(words[state])}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {holderEori}
      </Text>
      <AccountBar owedGbp={owedGbp} limitGbp={limitGbp} />
      <Text size="sm" mb="sm">
        {say(words.owed)} <MoneyText value={{ amount: owedGbp, currency: 'GBP' }} /> ·{' '}
        {say(words.limit)} <MoneyText value={{ amount: limitGbp, currency: 'GBP' }} />
      </Text>
      <Group align="flex-end" gap="lg">
        <PayInForm number={number} />
        {role === 'head' && <LimitForm account={account} />}
      </Group>
      <AccountChanges changes={changes} />
    </Paper>
  )
}

function PayInForm({ number }: { readonly number: string }) {
  const say = useSay()
  const [amountGbp, setAmount] = useState('')
  const queries = useQueryClient()
  const pay = useMutation({
    mutationFn: () =>
      change(`/officers/deferment-accounts/${number}/payments`, { body: { amountGbp } }),
    onSuccess: async () => {
      setAmount('')
      await queries.invalidateQueries({ queryKey: accountsQuery.queryKey })
    },
  })
  return (
    <LineForm
      submit={say(words.pay)}
      variant="default"
      isPending={pay.isPending}
      error={pay.error}
      onSubmit={() => pay.mutate()}
    >
      <PoundsInput label={say(words.payIn)} value={amountGbp} onChange={setAmount} />
    </LineForm>
  )
}

function LimitForm({ account }: { readonly account: DeferralAccount }) {
  const say = useSay()
  const [limitGbp, setLimit] = useState(account.limitGbp)
  const [state, setState] = useState(account.state)
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: () =>
      change(`/officers/deferment-accounts/${account.number}`, {
        method: 'PUT',
        body: { limitGbp, state },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: accountsQuery.queryKey }),
  })
  return (
    <LineForm
      submit={say(words.save)}
      variant="default"
      isPending={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate()}
    >
      <PoundsInput label={say(words.newLimit)} value={limitGbp} onChange={setLimit} />
      <NativeSelect
        label={say(words.state)}
        value={state}
        data={(['active', 'suspended'] as const).map((value) => ({
          value,
          label: say(words[value]),
        }))}
        onChange={({ currentTarget }) =>
          setState(currentTarget.value === 'active' ? 'active' : 'suspended')
        }
      />
    </LineForm>
  )
}
