import { Text } from '@mantine/core'

import { InstantText } from '../../kit/components/InstantText.tsx'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { paymentWords } from '../terms/states.ts'
import { methodWord } from '../terms/taxes.ts'
import styles from './dossier.module.css'
import type { ShownDossier } from './dossier-query.ts'
import { Section } from '../Section.tsx'

const words = {
  title: { en: 'Money', zh: '税费与付款' },
  version: (version: number) => ({
    en: `Assessed, version ${version}`,
    zh: `核定税费，第 ${version} 版`,
  }),
  payable: { en: 'Payable now', zh: '当前应付' },
  account: { en: 'Account', zh: '账户' },
  owed: { en: 'owed', zh: '已用' },
  limit: { en: 'limit', zh: '额度' },
  suspended: { en: 'suspended', zh: '已停用' },
}

/** What was assessed, version by version, what was paid, and how the accounts stand. */
export function MoneySection({ dossier }: { readonly dossier: ShownDossier }) {
  const say = useSay()
  const { assessments, charges, register } = dossier
  const last = assessments.at(-1)
  return (
    <Section title={say(words.title)}>
      <Text mb="xs">{say(paymentWords[register.paymentState])}</Text>
      <table className={styles.sums}>
        <caption className="screen-reader-only">{say(words.title)}</caption>
        <tbody>
          {assessments.map(({ version, assessedGbp, createdAt }) => (
            <Line
              key={version}
              label={say(words.version(version))}
              at={createdAt}
              amount={assessedGbp}
            />
          ))}
          {last !== undefined && (
            <tr data-total>
              <th scope="row">{say(words.payable)}</th>
              <td>
                <MoneyText value={{ amount: last.payableGbp, currency: 'GBP' }} />
              </td>
            </tr>
          )}
          {charges.map(({ id, method, accountNumber, amountGbp, at }) => (
            <Line
              key={id}
              label={`${say(methodWord(method))} ${accountNumber ?? ''}`}
              at={at}
              amount={amountGbp}
            />
          ))}
        </tbody>
      </table>
      <Accounts accounts={dossier.accounts} />
    </Section>
  )
}

function Line({ label, at, amount }: { label: string; at: string; amount: string }) {
  return (
    <tr>
      <th scope="row">
        {label}
        <span className={styles.basis}>
          <InstantText at={at} />
        </span>
      </th>
      <td>
        <MoneyText value={{ amount, currency: 'GBP' }} />
      </td>
    </tr>
  )
}

function Accounts({ accounts }: { readonly accounts: ShownDossier['accounts'] }) {
  const say = useSay()
  return accounts.map(({ number, name, owedGbp, limitGbp, state }) => (
    <Text key={number} size="sm" mt="xs">
      {say(words.account)} {number} ({name}): {say(words.owed)}{' '}
      <MoneyText value={{ amount: owedGbp, currency: 'GBP' }} />, {say(words.limit)}{' '}
      <MoneyText value={{ amount: limitGbp, currency: 'GBP' }} />
      {state === 'suspended' && `, ${say(words.suspended)}`}
    </Text>
  ))
}
