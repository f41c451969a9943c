import { Button, Group, Paper, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'

import { change } from '../../kit/api/ask.ts'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { accountsQuery } from './accounts-query.ts'

const words = {
  title: { en: 'Open an account', zh: '开立账户' },
  number: { en: 'Number, seven digits', zh: '账号（七位数字）' },
  holderEori: { en: 'Holder’s EORI', zh: '持有人 EORI' },
  name: { en: 'Holder’s name', zh: '持有人名称' },
  limitGbp: { en: 'Limit, pounds', zh: '额度（英镑）' },
  open: { en: 'Open', zh: '开立' },
}

const FORMS = {
  number: '\\d{7}',
  holderEori: 'GB\\d{12}(\\d{3})?',
  name: '.{2,100}',
  limitGbp: '\\d{1,13}(\\.\\d{1,2})?',
} as const

const empty = { number: '', holderEori: '', name: '', limitGbp: '' }

/** Opens a deferment account. */
export function NewAccountForm() {
  const say = useSay()
  const [account, setAccount] = useState(empty)
  const queries = useQueryClient()
  const open = useMutation({
    mutationFn: () => change('/officers/deferment-accounts', { body: account }),
    onSuccess: async () => {
      setAccount(empty)
      await queries.invalidateQueries({ queryKey: accountsQuery.queryKey })
    },
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    open.mutate()
  }
  return (
    <Paper component="section" withBorder p="md" aria-label={say(words.title)}>
      <Title order={2} size="h4" mb="xs">
        {say(words.title)}
      </Title>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="xs">
          {(['number', 'holderEori', 'name', 'limitGbp'] as const).map((field) => (
            <TextInput
              key={field}
              label={say(words[field])}
              value={account[field]}
              required
              pattern={FORMS[field]}
              style={{ flex: '1 1 160px' }}
              onChange={({ currentTarget: { value } }) =>
                setAccount((before) => ({ ...before, [field]: value.trimStart() }))
              }
            />
          ))}
          <Button type="submit" loading={open.isPending}>
            {say(words.open)}
          </Button>
        </Group>
        <ProblemNote error={open.error} />
      </form>
    </Paper>
  )
}
