import { TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { change } from '../../kit/api/ask.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { accountsQuery } from './accounts-query.ts'
import { LineForm } from '../LineForm.tsx'
import { Section } from '../Section.tsx'
import { poundsPattern } from './PoundsInput.tsx'

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
  limitGbp: poundsPattern,
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
  return (
    <Section title={say(words.title)}>
      <LineForm
        submit={say(words.open)}
        isPending={open.isPending}
        error={open.error}
        onSubmit={() => open.mutate()}
      >
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
      </LineForm>
    </Section>
  )
}
