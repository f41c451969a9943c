import { NativeSelect, NumberInput, Stack, Textarea, TextInput } from '@mantine/core'

import { riskActionChoices } from './rule-choices.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { actionWords } from '../terms/states.ts'
import { ConditionEditor } from './ConditionEditor.tsx'
import type { ShownRule } from './rule-queries.ts'

const words = {
  name: { en: 'Name', zh: '名称（英文）' },
  why: { en: 'What it looks for and why', zh: '规则用途与原因（英文）' },
  nameZh: { en: 'Name in Chinese', zh: '名称（中文）' },
  whyZh: { en: 'The same in Chinese', zh: '规则用途与原因（中文）' },
  action: { en: 'What a hit leads to', zh: '命中后的措施' },
  weight: { en: 'Weight, 1 to 100', zh: '权重（1 至 100）' },
  weightHow: {
    en: 'The weights of all rules that hit add up to the risk score.',
    zh: '所有命中规则的权重之和为风险分。',
  },
  documents: { en: 'Papers that are asked for, one a line', zh: '要求的单证，每行一份' },
}

interface RuleEditorProps {
  readonly rule: ShownRule
  readonly onChange: (rule: ShownRule) => void
}

/** The form of a rule. */
export function RuleEditor({ rule, onChange }: RuleEditorProps) {
  const say = useSay()
  return (
    <Stack gap="sm" mt="sm">
      <TextInput
        label={say(words.name)}
        value={rule.name}
        required
        maxLength={200}
        onChange={({ currentTarget }) => onChange({ ...rule, name: currentTarget.value })}
      />
      <Textarea
        label={say(words.why)}
        value={rule.words}
        required
        minLength={10}
        maxLength={1000}
        autosize
        onChange={({ currentTarget }) => onChange({ ...rule, words: currentTarget.value })}
      />
      <ChineseFields rule={rule} onChange={onChange} />
      <ConditionEditor
        condition={rule.condition}
        onChange={(condition) => onChange({ ...rule, condition })}
      />
      <NativeSelect
        label={say(words.action)}
        value={rule.action}
        data={riskActionChoices.map((value) => ({ value, label: say(actionWords[value]) }))}
        onChange={({ currentTarget }) =>
          onChange(withAction(rule, currentTarget.value as ShownRule['action']))
        }
      />
      {rule.action === 'request-documents' && (
        <Textarea
          label={say(words.documents)}
          value={(rule.documentsWanted ?? []).join('\n')}
          required
          autosize
          minRows={2}
          onChange={({ currentTarget }) =>
            onChange({ ...rule, documentsWanted: currentTarget.value.split('\n') })
          }
        />
      )}
      <NumberInput
        label={say(words.weight)}
        description={say(words.weightHow)}
        value={rule.weight}
        min={1}
        max={100}
        allowDecimal={false}
        hideControls
        onChange={(weight) => typeof weight === 'number' && onChange({ ...rule, weight })}
      />
    </Stack>
  )
}

/** Papers belong to the one action that asks for them. */
function withAction(rule: ShownRule, action: ShownRule['action']): ShownRule {
  const { documentsWanted: _documents, ...rest } = rule
  return { ...rest, action, ...(action === 'request-documents' ? { documentsWanted: [''] } : {}) }
}

function ChineseFields({ rule, onChange }: RuleEditorProps) {
  const say = useSay()
  const set = (name: string, why: string): void => {
    const { inChinese: _before, ...rest } = rule
    onChange(name === '' && why === '' ? rest : { ...rest, inChinese: { name, words: why } })
  }
  const { name = '', words: why = '' } = rule.inChinese ?? {}
  return (
    <>
      <TextInput
        label={say(words.nameZh)}
        value={name}
        lang="zh"
        maxLength={200}
        onChange={({ currentTarget }) => set(currentTarget.value, why)}
      />
      <Textarea
        label={say(words.whyZh)}
        value={why}
        lang="zh"
        autosize
        maxLength={1000}
        onChange={({ currentTarget }) => set(name, currentTarget.value)}
      />
    </>
  )
}
