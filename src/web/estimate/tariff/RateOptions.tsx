import { Anchor, List, Text, Title } from '@mantine/core'

import type { TariffCodeView } from '../../../api/tariff-codes.ts'
import type { Failure } from '../../../customs/result.ts'
import { failureText } from '../../kit/words/failure-text.ts'
import { useFormats, useLanguage, useSay } from '../../kit/words/LanguageProvider.tsx'
import styles from './tariff.module.css'
import { useRateText } from './use-rate-text.ts'

const words = {
  title: { en: 'What goods of this origin bear', zh: '此原产地货物的税率' },
  needs: { en: 'needs', zh: '须有' },
  together: { en: 'together', zh: '合计' },
  vat: { en: 'VAT', zh: '增值税' },
  open: { en: 'No rate can be said without more facts:', zh: '缺少以下事实，无法确定税率：' },
  not: { en: 'Not worked out', zh: '未计算' },
}

/** The lawful ways to charge the goods, the ordinary one first, each with its duties and laws. */
export function RateOptions({ view: { rates, failures } }: { readonly view: TariffCodeView }) {
  const say = useSay()
  const rateText = useRateText()
  const { percent } = useFormats()
  if (rates === undefined) return <Open failures={failures ?? []} />
  return (
    <section className={styles.part}>
      <Title order={3} size="h4">
        {say(words.title)}
      </Title>
      <ul className={styles.options}>
        {rates.options.map((option, index) => (
          <li key={index}>
            <Text fw={600}>{say(option.name)}</Text>
            <Text className={styles.rate ?? ''}>
              {option.percent === undefined
                ? option.duties.map(({ rate }) => rateText(rate)).join(' + ')
                : percent(option.percent)}
            </Text>
            {option.needs.length > 0 && (
              <Text size="sm" c="dimmed">
                {say(words.needs)} {option.needs.map(say).join(', ')}
              </Text>
            )}
            <ul className={styles.duties}>
              {option.duties.map((duty, at) => (
                <li key={at}>
                  <span>{say(duty.name)}</span>{' '}
                  <span className="figures">{rateText(duty.rate)}</span>
                  {duty.declaredHeading !== undefined && ` (${duty.declaredHeading})`}
                  {duty.law !== undefined && <Law law={duty.law} />}
                </li>
              ))}
            </ul>
          </li>
        ))}
        {rates.vat !== undefined && (
          <li>
            <Text fw={600}>{say(words.vat)}</Text>
            <Text className={styles.rate ?? ''}>{percent(rates.vat.percent)}</Text>
          </li>
        )}
      </ul>
      {rates.notCovered.length > 0 && (
        <Text size="sm" c="dimmed">
          {say(words.not)}: {rates.notCovered.map(say).join(' ')}
        </Text>
      )}
    </section>
  )
}

interface LawProps {
  readonly law: { readonly title: string; readonly url?: string }
}

/** A law by its title, which leads to it where it is published. */
export function Law({ law: { title, url } }: LawProps) {
  return (
    <Text size="xs" c="dimmed" lang="en">
      {url === undefined ? (
        title
      ) : (
        <Anchor href={url} rel="noreferrer" target="_blank" underline="always">
          {title}
        </Anchor>
      )}
    </Text>
  )
}

function Open({ failures }: { readonly failures: readonly Failure[] }) {
  const say = useSay()
  const { language } = useLanguage()
  if (failures.length === 0) return null
  return (
    <section className={styles.part}>
      <Title order={3} size="h4">
        {say(words.title)}
      </Title>
      <Text size="sm">{say(words.open)}</Text>
      <List size="sm">
        {failures.map((failure, index) => (
          <List.Item key={index}>{failureText(failure, language).message}</List.Item>
        ))}
      </List>
    </section>
  )
}
