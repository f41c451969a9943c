import { Checkbox, SimpleGrid, TextInput } from '@mantine/core'

import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Section } from '../Section.tsx'
import type { Profile } from './business-draft.ts'

const words = {
  title: { en: 'Simplified declarations', zh: '简化申报' },
  lead: {
    en: 'With an authorisation (SDE) goods are released on a reduced declaration; duty and VAT follow with a supplementary one by the 10th of the next month.',
    zh: '持有授权（SDE）的企业可凭精简申报放行货物，税费随次月10日前的补充申报缴纳。',
  },
  authorised: {
    en: 'Authorised for simplified declarations (SDE)',
    zh: '已获简化申报授权（SDE）',
  },
  holder: { en: 'EORI number of the authorised business', zh: '被授权企业的 EORI 号码' },
  number: { en: 'Number of the authorisation', zh: '授权编号' },
}

const notYet = { holderEori: '', decisionNumber: '' }

interface SimplificationFieldsProps {
  readonly profile: Profile
  readonly onChange: (profile: Profile) => void
}

/** Whether goods may be declared in two steps, and under which authorisation. */
export function SimplificationFields({ profile, onChange }: SimplificationFieldsProps) {
  const say = useSay()
  const { simplifiedDeclarations, ...without } = profile
  const set = (facts: Partial<typeof notYet>) =>
    onChange({
      ...profile,
      simplifiedDeclarations: { ...notYet, ...simplifiedDeclarations, ...facts },
    })
  return (
    <Section title={say(words.title)} lead={say(words.lead)}>
      <Checkbox
        label={say(words.authorised)}
        checked={simplifiedDeclarations !== undefined}
        onChange={({ currentTarget: { checked } }) => (checked ? set({}) : onChange(without))}
      />
      {simplifiedDeclarations !== undefined && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={say(words.holder)}
            value={simplifiedDeclarations.holderEori}
            pattern="[A-Z]{2}[0-9A-Z]{1,15}"
            required
            onChange={({ currentTarget }) => set({ holderEori: currentTarget.value })}
          />
          <TextInput
            label={say(words.number)}
            value={simplifiedDeclarations.decisionNumber}
            pattern="(GB|XI)SDE[0-9A-Z\/]{1,30}"
            required
            onChange={({ currentTarget }) => set({ decisionNumber: currentTarget.value })}
          />
        </SimpleGrid>
      )}
    </Section>
  )
}
