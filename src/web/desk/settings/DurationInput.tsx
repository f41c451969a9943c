import { Group, NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import {
  durationOf,
  durationUnits,
  secondsOf,
  type Duration,
  type DurationUnit,
} from './duration.ts'

const words = {
  unitOf: (label: string) => ({ en: `Unit: ${label}`, zh: `单位：${label}` }),
  seconds: { en: 'seconds', zh: '秒' },
  minutes: { en: 'minutes', zh: '分钟' },
  hours: { en: 'hours', zh: '小时' },
  days: { en: 'days', zh: '天' },
}

const UNITS = (Object.keys(durationUnits) as DurationUnit[]).toReversed()

interface DurationInputProps {
  readonly label: string
  readonly seconds: number
  readonly isReadOnly: boolean
  readonly onChange: (seconds: number) => void
}

/** A length of time as people say it: a number and a unit. The unit stays as it was chosen. */
export function DurationInput({ label, seconds, isReadOnly, onChange }: DurationInputProps) {
  const say = useSay()
  const [duration, setDuration] = useState<Duration>(() => durationOf(seconds))
  const change = (changed: Duration): void => {
    setDuration(changed)
    onChange(secondsOf(changed))
  }
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <NumberInput
        label={label}
        value={duration.count}
        min={0}
        allowDecimal={false}
        hideControls
        required
        readOnly={isReadOnly}
        flex={1}
        onChange={(count) => typeof count === 'number' && change({ ...duration, count })}
      />
      <NativeSelect
        aria-label={say(words.unitOf(label))}
        value={duration.unit}
        data={UNITS.map((value) => ({ value, label: say(words[value]) }))}
        disabled={isReadOnly}
        onChange={({ currentTarget }) =>
          change({ ...duration, unit: currentTarget.value as DurationUnit })
        }
      />
    </Group>
  )
}
