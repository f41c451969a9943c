import { Anchor, Text } from '@mantine/core'

import type { DryRun, SelectionChange } from '../../../authority/officers/dry-run.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { PlaceLink } from '../places.tsx'
import type { Wire } from '../wire.ts'
import styles from './rules.module.css'

const words = {
  of: (cases: number) => ({
    en: `Tried on ${cases} past cases`,
    zh: `已在 ${cases} 个以往案件上试行`,
  }),
  now: { en: 'Selected now', zh: '现行规则选中' },
  changed: { en: 'By the draft', zh: '草稿选中' },
  fresh: (count: number) => ({ en: `${count} newly selected`, zh: `新选中 ${count} 票` }),
  gone: (count: number) => ({ en: `${count} no longer selected`, zh: `不再选中 ${count} 票` }),
  noDescription: { en: 'No description', zh: '无品名' },
}

/** What the draft would have selected of past cases, beside what the present rules select. */
export function TrialResult({ run }: { readonly run: Wire<DryRun> }) {
  const say = useSay()
  const most = Math.max(run.selected, run.selectedNow, 1)
  return (
    <div role="status">
      <Text fw={600}>{say(words.of(run.lodgements))}</Text>
      <div className={styles.compare}>
        <span>{say(words.now)}</span>
        <span data-side="now" style={{ width: `${(run.selectedNow / most) * 100}%` }} />
        <span className="figures">{run.selectedNow}</span>
        <span>{say(words.changed)}</span>
        <span data-side="changed" style={{ width: `${(run.selected / most) * 100}%` }} />
        <span className="figures">{run.selected}</span>
      </div>
      <Examples title={say(words.fresh(run.newlySelected.count))} change={run.newlySelected} />
      <Examples title={say(words.gone(run.noLongerSelected.count))} change={run.noLongerSelected} />
    </div>
  )
}

interface ExamplesProps {
  readonly title: string
  readonly change: Wire<SelectionChange>
}

function Examples({ title, change }: ExamplesProps) {
  const say = useSay()
  return (
    <>
      <Text size="sm" fw={600} mt="xs">
        {title}
      </Text>
      {change.examples.map(({ mrn, description, exporter }) => (
        <Text key={mrn} size="sm">
          <Anchor component={PlaceLink} place={{ to: '/lodgements/$mrn', params: { mrn } }}>
            {mrn}
          </Anchor>{' '}
          {description ?? say(words.noDescription)}
          {exporter !== null && ` · ${exporter}`}
        </Text>
      ))}
    </>
  )
}
