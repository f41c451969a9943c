import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'

import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { DraftPanel } from './DraftPanel.tsx'
import { newRule } from './new-rule.ts'
import { RuleCard } from './RuleCard.tsx'
import { presentRulesQuery, type PresentRules, type ShownRule } from './rule-queries.ts'
import { RuleSetHistory } from './RuleSetHistory.tsx'
import styles from './rules.module.css'

const words = {
  title: { en: 'Risk rules', zh: '风险规则' },
  lead: {
    en: 'What is asked of every accepted declaration. Change a copy, try it on past cases, then switch it on.',
    zh: '对每份已受理报关单评估的规则。先修改草稿，在以往案件上试行，再启用。',
  },
  add: { en: 'New rule', zh: '新建规则' },
  list: { en: 'Rules', zh: '规则列表' },
}

/** The rules in words, a draft of them, its trial and the history of what held before. */
export function RulesPage() {
  const say = useSay()
  const present = useQuery(presentRulesQuery)
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)} />
      <ProblemNote error={present.error} onRetry={() => void present.refetch()} />
      {present.isPending && <LoadingRows height={96} />}
      {present.isSuccess && <Workbench present={present.data} />}
    </>
  )
}

/** What an officer is making of the rules; nothing of it holds before it is switched on. */
export interface Draft {
  /** The rules as they were at the first edit. */
  readonly base: PresentRules
  readonly rules: readonly ShownRule[]
  /** Number of the set in the history that the draft goes back to. */
  readonly restores: number | undefined
}

/** Until something is edited the rules are shown as they hold; from then on the draft stays. */
function Workbench({ present }: { readonly present: PresentRules }) {
  const say = useSay()
  const [begun, setDraft] = useState<Draft>()
  const [edited, setEdited] = useState<string>()
  const draft = begun ?? { base: present, rules: present.rules, restores: undefined }
  const change = (rules: readonly ShownRule[], restores?: number): void =>
    setDraft({ base: draft.base, rules, restores })
  const add = (): void => {
    const rule = newRule(draft.rules)
    change([...draft.rules, rule])
    setEdited(rule.id)
  }
  return (
    <div className={styles.columns}>
      <div>
        <ul className={styles.list} aria-label={say(words.list)}>
          {draft.rules.map((rule, index) => (
            <RuleCard
              key={rule.id}
              rule={rule}
              present={draft.base.rules.find(({ id }) => id === rule.id)}
              isEdited={edited === rule.id}
              onEdit={(isEdited) => setEdited(isEdited ? rule.id : undefined)}
              onChange={(changed) => change(draft.rules.with(index, changed))}
              onRemove={() => change(draft.rules.toSpliced(index, 1))}
            />
          ))}
        </ul>
        <Button
          mt="md"
          variant="default"
          leftSection={<Plus size={16} aria-hidden />}
          onClick={add}
        >
          {say(words.add)}
        </Button>
      </div>
      <div className={styles.side}>
        <DraftPanel
          draft={draft}
          isOutdated={draft.base.tag !== present.tag}
          onReset={() => setDraft(undefined)}
        />
        <RuleSetHistory onTake={change} />
      </div>
    </div>
  )
}
