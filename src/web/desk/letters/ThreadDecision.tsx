import { Text } from '@mantine/core'

import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { Facts } from '../dossier/Facts.tsx'
import { Section } from '../Section.tsx'
import { effectWord, notUndoneWord, outcomeWords } from './letter-terms.ts'
import type { ShownThread } from './letters-query.ts'
import styles from './letters.module.css'

const words = {
  title: { en: 'Decision', zh: '决定' },
  decidedOn: { en: 'Decided on', zh: '决定日期' },
  version: { en: 'Version of the declaration', zh: '报关单版本' },
  reference: { en: 'Ruling', zh: '裁定编号' },
  code: { en: 'Commodity code', zh: '商品编码' },
  origin: { en: 'Origin', zh: '原产地' },
  validFrom: { en: 'Holds from', zh: '生效日期' },
  validUntil: { en: 'Last day', zh: '最后有效日' },
}

/** What was decided, why, and what has followed. */
export function ThreadDecision({ thread }: { readonly thread: ShownThread }) {
  const say = useSay()
  const { day } = useFormats()
  const { decision } = thread
  if (decision === undefined) return null
  const { version, rulingReference, code, origin, validFrom, validUntil, effect, notUndone } =
    decision.details ?? {}
  return (
    <Section title={say(words.title)}>
      <Text fw={600}>{say(outcomeWords[decision.outcome])}</Text>
      <Text className={styles.words} mb="sm">
        {decision.reasons}
      </Text>
      {effect !== undefined && <Text mb="sm">{say(effectWord(effect))}</Text>}
      {notUndone !== undefined && <Text mb="sm">{say(notUndoneWord(notUndone))}</Text>}
      <Facts
        facts={[
          { name: say(words.decidedOn), value: day(decision.decidedOn) },
          { name: say(words.version), value: version },
          { name: say(words.reference), value: rulingReference },
          { name: say(words.code), value: code },
          { name: say(words.origin), value: origin },
          { name: say(words.validFrom), value: validFrom && day(validFrom) },
          { name: say(words.validUntil), value: validUntil && day(validUntil) },
        ]}
      />
    </Section>
  )
}
