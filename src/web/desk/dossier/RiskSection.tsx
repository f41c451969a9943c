import { Badge, Text } from '@mantine/core'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { reasonsOf, ruleName } from '../terms/risk-words.ts'
import { actionWords, levelWords } from '../terms/states.ts'
import styles from './dossier.module.css'
import type { ShownDossier } from './dossier-query.ts'
import { Section } from '../Section.tsx'

const words = {
  title: { en: 'Why it was selected', zh: '选中原因' },
  none: {
    en: (rules: number) => `None of ${rules} rules applies.`,
    zh: (rules: number) => `${rules} 条规则均未命中。`,
  },
  notYet: {
    en: 'The rules are asked when the declaration is accepted.',
    zh: '规则在报关单受理时评估。',
  },
  again: (version: number) => ({
    en: `Asked again when the declaration changed; this is what they say of version ${version}.`,
    zh: `申报内容更改后已重新评估；以下为对第 ${version} 版的结果。`,
  }),
  sum: (score: number) => ({
    en: `Together ${score} of 100`,
    zh: `合计 ${score}（满分 100）`,
  }),
}

/** Which rules have hit, on what facts, and how much each weighs. */
export function RiskSection({ dossier }: { readonly dossier: ShownDossier }) {
  const say = useSay()
  const { riskLevel, register } = dossier
  const evaluation = dossier.risk.at(-1)
  const hits = evaluation?.outcomes.filter(({ hit }) => hit) ?? []
  const asked = evaluation?.outcomes.length ?? 0
  return (
    <Section title={say(words.title)}>
      {evaluation === undefined && <Text c="dimmed">{say(words.notYet)}</Text>}
      {evaluation !== undefined && dossier.risk.length > 1 && (
        <Text size="sm" c="dimmed">
          {say(words.again(evaluation.version))}
        </Text>
      )}
      {evaluation !== undefined && hits.length === 0 && (
        <Text c="dimmed">{say({ en: words.none.en(asked), zh: words.none.zh(asked) })}</Text>
      )}
      {hits.length > 0 && (
        <ul className={styles.lines}>
          {hits.map((outcome) => (
            <li key={outcome.ruleId}>
              <Text fw={600}>
                +{outcome.weight} {say(ruleName(outcome))}{' '}
                <Badge variant="outline" color="gray" c="var(--mantine-color-text)">
                  {say(actionWords[outcome.action])}
                </Badge>
              </Text>
              {reasonsOf(outcome).map((reason) => (
                <Text key={reason.en} size="sm" c="dimmed">
                  {say(reason)}
                </Text>
              ))}
            </li>
          ))}
          <li>
            <Text fw={600}>
              {say(words.sum(register.riskScore ?? 0))} · {say(levelWords[riskLevel])}
            </Text>
          </li>
        </ul>
      )}
    </Section>
  )
}
