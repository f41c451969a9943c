import { Badge, Button, Group, Paper, Switch, Text, Title } from '@mantine/core'

import { colon } from '../../kit/words/colon.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { percentOf, testWord } from '../terms/risk-words.ts'
import { actionWords } from '../terms/states.ts'
import { RuleEditor } from './RuleEditor.tsx'
import type { ShownRule } from './rule-queries.ts'
import styles from './rules.module.css'

const words = {
  on: { en: 'On', zh: '启用' },
  onOf: (name: string) => ({ en: `On: ${name}`, zh: `启用：${name}` }),
  edit: { en: 'Edit', zh: '编辑' },
  done: { en: 'Done', zh: '完成' },
  remove: { en: 'Remove', zh: '删除' },
  changed: { en: 'changed', zh: '已修改' },
  fresh: { en: 'new', zh: '新规则' },
  weight: (weight: number) => ({ en: `weight ${weight}`, zh: `权重 ${weight}` }),
  unnamed: { en: 'Rule without a name', zh: '未命名规则' },
  ifConsignment: { en: 'If for the consignment', zh: '当整票货物满足' },
  ifItem: { en: 'If for one item', zh: '当某一项货物满足' },
  ifLot: (share: string) => ({ en: `For ${share} drawn at random`, zh: `随机抽取 ${share}` }),
  then: { en: 'Then', zh: '则' },
  and: { en: 'and', zh: '且' },
}

interface RuleCardProps {
  readonly rule: ShownRule
  /** The rule as it holds now; absent for one that is new. */
  readonly present: ShownRule | undefined
  readonly isEdited: boolean
  readonly onEdit: (isEdited: boolean) => void
  readonly onChange: (rule: ShownRule) => void
  readonly onRemove: () => void
}

/** One rule in words; it opens into its form. */
export function RuleCard(props: RuleCardProps) {
  const { rule, present, isEdited, onEdit, onChange, onRemove } = props
  const say = useSay()
  const name = say({ en: rule.name, zh: rule.inChinese?.name ?? rule.name }) || say(words.unnamed)
  const mark =
    present === undefined ? words.fresh : isSame(rule, present) ? undefined : words.changed
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between" gap="xs" align="flex-start">
        <Title order={2} size="h5" style={{ flex: '1 1 220px' }}>
          {name}{' '}
          {mark !== undefined && (
            <Badge variant="light" color="orange" c="var(--mantine-color-text)">
              {say(mark)}
            </Badge>
          )}
        </Title>
        <Switch
          label={say(words.on)}
          aria-label={say(words.onOf(name))}
          checked={rule.enabled}
          onChange={({ currentTarget }) => onChange({ ...rule, enabled: currentTarget.checked })}
        />
      </Group>
      {isEdited ? <RuleEditor rule={rule} onChange={onChange} /> : <RuleWords rule={rule} />}
      <Group gap="xs" mt="sm">
        <Button size="xs" variant="default" onClick={() => onEdit(!isEdited)}>
          {say(isEdited ? words.done : words.edit)}
        </Button>
        {isEdited && (
          <Button size="xs" variant="subtle" c="light-dark(#b02525, #ffa8a8)" onClick={onRemove}>
            {say(words.remove)}
          </Button>
        )}
      </Group>
    </Paper>
  )
}

function RuleWords({ rule }: { readonly rule: ShownRule }) {
  const say = useSay()
  const { consignment = [], anyItem = [], randomShare } = rule.condition
  return (
    <>
      <Text size="sm" c="dimmed" mt={4}>
        {say({ en: rule.words, zh: rule.inChinese?.words ?? rule.words })}
      </Text>
      <ul className={styles.tests}>
        {consignment.length > 0 && (
          <li>
            {say(words.ifConsignment)}
            {say(colon)}
            {consignment.map((test) => say(testWord(test))).join(` ${say(words.and)} `)}
          </li>
        )}
        {anyItem.length > 0 && (
          <li>
            {say(words.ifItem)}
            {say(colon)}
            {anyItem.map((test) => say(testWord(test))).join(` ${say(words.and)} `)}
          </li>
        )}
        {randomShare !== undefined && <li>{say(words.ifLot(percentOf(randomShare)))}</li>}
        <li>
          {say(words.then)}
          {say(colon)}
          {say(actionWords[rule.action])}, {say(words.weight(rule.weight))}
        </li>
      </ul>
    </>
  )
}

function isSame(rule: ShownRule, other: ShownRule): boolean {
  return JSON.stringify(rule) === JSON.stringify(other)
}
