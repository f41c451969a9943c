import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { Plus, X } from 'lucide-react'

import { useRowIds } from '../../kit/use-row-ids.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import {
  comparisonWords,
  fieldWords,
  isAmount,
  unitOf,
  type Comparison,
  type RiskField,
} from '../terms/risk-words.ts'
import {
  amountComparisons,
  consignmentFieldChoices,
  itemFieldChoices,
  textComparisons,
} from './rule-choices.ts'
import { testOf, testPartOf, type RuleTest } from './rule-test.ts'
import type { ShownRule } from './rule-queries.ts'
import styles from './rules.module.css'

const words = {
  consignment: { en: 'All of these hold for the consignment', zh: '整票货物同时满足' },
  anyItem: { en: 'One item passes all of these', zh: '某一项货物同时满足' },
  share: { en: 'Part of all that is drawn at random', zh: '随机抽取比例' },
  shareHow: {
    en: 'As a fraction: 0.02 is one in fifty. Empty for no lot.',
    zh: '以小数表示：0.02 即五十分之一。留空则不抽取。',
  },
  add: { en: 'Add a test', zh: '添加条件' },
  field: { en: 'Fact', zh: '事实' },
  comparison: { en: 'Test', zh: '比较' },
  texts: { en: 'Words or codes, one a line', zh: '词语或编码，每行一个' },
  text: { en: 'Text', zh: '文本' },
  pounds: { en: 'Pounds', zh: '英镑' },
  percent: { en: 'Per cent', zh: '百分比' },
  count: { en: 'Number', zh: '数量' },
  remove: { en: 'Remove this test', zh: '删除此条件' },
}

type Condition = ShownRule['condition']

interface ConditionEditorProps {
  readonly condition: Condition
  readonly onChange: (condition: Condition) => void
}

/** When a rule hits, part by part; all parts that stand must hold. */
export function ConditionEditor({ condition, onChange }: ConditionEditorProps) {
  const say = useSay()
  const setTests = (part: 'consignment' | 'anyItem', tests: readonly RuleTest[]): void => {
    const { [part]: _before, ...rest } = condition
    // The tests of a part only offer the facts of that part, which is what its type says.
    onChange(tests.length === 0 ? rest : { ...rest, [part]: tests })
  }
  const setShare = (share: string): void => {
    const { randomShare: _before, ...rest } = condition
    onChange(share === '' ? rest : { ...rest, randomShare: share })
  }
  return (
    <Stack gap="sm">
      <Tests
        title={say(words.consignment)}
        tests={condition.consignment ?? []}
        fields={consignmentFieldChoices}
        onChange={(tests) => setTests('consignment', tests)}
      />
      <Tests
        title={say(words.anyItem)}
        tests={condition.anyItem ?? []}
        fields={itemFieldChoices}
        onChange={(tests) => setTests('anyItem', tests)}
      />
      <TextInput
        label={say(words.share)}
        description={say(words.shareHow)}
        value={condition.randomShare ?? ''}
        inputMode="decimal"
        onChange={({ currentTarget }) => setShare(currentTarget.value.trim())}
      />
    </Stack>
  )
}

interface TestsProps {
  readonly title: string
  readonly tests: readonly RuleTest[]
  readonly fields: readonly RiskField[]
  readonly onChange: (tests: readonly RuleTest[]) => void
}

function Tests({ title, tests, fields, onChange }: TestsProps) {
  const say = useSay()
  const [firstField] = fields
  const { ids, forget } = useRowIds(tests.length)
  return (
    <div role="group" aria-label={title}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500}>
          {title}
        </Text>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => {
            if (firstField !== undefined) onChange([...tests, testOf(firstField)])
          }}
        >
          {say(words.add)}
        </Button>
      </Group>
      <Stack gap="xs">
        {tests.map((test, index) => (
          <TestFields
            key={ids[index]}
            test={test}
            fields={fields}
            onChange={(changed) => onChange(tests.with(index, changed))}
            onRemove={() => {
              forget(index)
              onChange(tests.toSpliced(index, 1))
            }}
          />
        ))}
      </Stack>
    </div>
  )
}

interface TestFieldsProps {
  readonly test: RuleTest
  readonly fields: readonly RiskField[]
  readonly onChange: (test: RuleTest) => void
  readonly onRemove: () => void
}

function TestFields({ test, fields, onChange, onRemove }: TestFieldsProps) {
  const say = useSay()
  const { field } = test
  const { comparison, wanted } = testPartOf(test)
  const comparisons = isAmount(field) ? amountComparisons : textComparisons
  const text = typeof wanted === 'string' ? wanted : wanted.join('\n')
  return (
    <div className={styles.test}>
      <NativeSelect
        label={say(words.field)}
        value={field}
        data={fields.map((value) => ({ value, label: say(fieldWords[value]) }))}
        onChange={({ currentTarget }) => onChange(testOf(currentTarget.value as RiskField))}
      />
      <NativeSelect
        label={say(words.comparison)}
        value={comparison}
        data={comparisons.map((value) => ({ value, label: say(comparisonWords[value]) }))}
        onChange={({ currentTarget }) =>
          onChange(testOf(field, { comparison: currentTarget.value as Comparison, text }))
        }
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={say(words.remove)}
        title={say(words.remove)}
        onClick={onRemove}
      >
        <X size={16} />
      </ActionIcon>
      {typeof wanted === 'string' ? (
        <TextInput
          label={say(words[unitOf(field) ?? 'text'])}
          value={wanted}
          onChange={({ currentTarget }) =>
            onChange(testOf(field, { comparison, text: currentTarget.value }))
          }
        />
      ) : (
        <Textarea
          label={say(words.texts)}
          value={text}
          autosize
          minRows={2}
          maxRows={8}
          onChange={({ currentTarget }) =>
            onChange(testOf(field, { comparison, text: currentTarget.value }))
          }
        />
      )}
    </div>
  )
}
