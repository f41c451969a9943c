import { SegmentedControl } from '@mantine/core'

import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = {
  span: { en: 'Time shown', zh: '显示时段' },
  weeks: (count: number) => ({ en: `${count} weeks`, zh: `${count} 周` }),
}

const choices = [12, 26, 52] as const

/** How many weeks are looked back. */
export type Weeks = (typeof choices)[number]

interface WeeksChoiceProps {
  readonly weeks: Weeks
  readonly onChoose: (weeks: Weeks) => void
}

/** Chooses how far back is told. */
export function WeeksChoice({ weeks, onChoose }: WeeksChoiceProps) {
  const say = useSay()
  return (
    <SegmentedControl
      aria-label={say(words.span)}
      // A word that fades from one colour into another cannot be read meanwhile.
      transitionDuration={0}
      value={String(weeks)}
      data={choices.map((count) => ({ value: String(count), label: say(words.weeks(count)) }))}
      onChange={(value) => onChoose(choices.find((count) => String(count) === value) ?? 12)}
    />
  )
}
