import { Badge, Button, Group, NativeSelect, Paper, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'

import { change } from '../../kit/api/ask.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useOfficer } from '../desk-session.ts'
import { AccountBar } from './AccountBar.tsx'
import { AccountChanges } from './AccountChanges.tsx'
import { accountsQuery, type DeferralAccount } from './accounts-query.ts'

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
  form: { en: 'Pounds, such as 1000.00', zh: '英镑金额，如 1000.00' },
}

const AMOUNT = '\\d{1,13}(\\.\\d{1,2})?'

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
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    pay.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={say(words.payIn)}
          value={amountGbp}
          required
          inputMode="decimal"
          pattern={AMOUNT}
          title={say(words.form)}
          w={150}
          onChange={({ currentTarget }) => setAmount(currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={pay.isPending}>
          {say(words.pay)}
        </Button>
      </Group>
      <ProblemNote error={pay.error} />
    </form>
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
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={say(words.newLimit)}
          value={limitGbp}
          required
          inputMode="decimal"
          pattern={AMOUNT}
          title={say(words.form)}
          w={150}
          onChange={({ currentTarget }) => setLimit(currentTarget.value)}
        />
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
        <Button type="submit" variant="default" loading={save.isPending}>
          {say(words.save)}
        </Button>
      </Group>
      <ProblemNote error={save.error} />
    </form>
  )
}
