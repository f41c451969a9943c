import { Chip, Fieldset, Group, Stack, Switch, Text, TextInput } from '@mantine/core'

import type { OfficeHours } from '../../../authority/hours/office-hours.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = {
  title: { en: 'When officers are at work (London)', zh: '关员工作时间（伦敦）' },
  always: { en: 'Round the clock', zh: '全天候' },
  days: { en: 'Days', zh: '工作日' },
  from: { en: 'Opens', zh: '开门' },
  until: { en: 'Closes', zh: '关门' },
  holidays: { en: 'Public holidays are not kept.', zh: '不计公众假日。' },
}

const weekdays = [
  { day: 1, name: { en: 'Mon', zh: '周一' } },
  { day: 2, name: { en: 'Tue', zh: '周二' } },
  { day: 3, name: { en: 'Wed', zh: '周三' } },
  { day: 4, name: { en: 'Thu', zh: '周四' } },
  { day: 5, name: { en: 'Fri', zh: '周五' } },
  { day: 6, name: { en: 'Sat', zh: '周六' } },
  { day: 7, name: { en: 'Sun', zh: '周日' } },
]

/** What most offices have; a start for whoever shuts an office that never was. */
const OFFICE_DAY: Exclude<OfficeHours, 'always'> = {
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '17:00',
}

interface OfficeHoursInputProps {
  readonly hours: OfficeHours
  readonly isReadOnly: boolean
  readonly onChange: (hours: OfficeHours) => void
}

/** The days and hours at which people look at what waits for them. */
export function OfficeHoursInput({ hours, isReadOnly, onChange }: OfficeHoursInputProps) {
  const say = useSay()
  return (
    <Fieldset legend={say(words.title)} disabled={isReadOnly}>
      <Stack gap="xs">
        <Switch
          label={say(words.always)}
          checked={hours === 'always'}
          onChange={({ currentTarget: { checked } }) => onChange(checked ? 'always' : OFFICE_DAY)}
        />
        {hours !== 'always' && <Days hours={hours} isReadOnly={isReadOnly} onChange={onChange} />}
      </Stack>
    </Fieldset>
  )
}

interface DaysProps extends OfficeHoursInputProps {
  readonly hours: Exclude<OfficeHours, 'always'>
}

function Days({ hours, isReadOnly, onChange }: DaysProps) {
  const say = useSay()
  // An office without a day would never be open, so the last one stays.
  const choose = (chosen: readonly string[]): void => {
    if (chosen.length > 0) onChange({ ...hours, days: chosen.map(Number).toSorted() })
  }
  const time = (edge: 'from' | 'until') => (
    <TextInput
      type="time"
      label={say(words[edge])}
      value={hours[edge]}
      required
      readOnly={isReadOnly}
      onChange={({ currentTarget: { value } }) =>
        value !== '' && onChange({ ...hours, [edge]: value })
      }
    />
  )
  return (
    <>
      <Chip.Group multiple value={hours.days.map(String)} onChange={choose}>
        <Group gap="xs" role="group" aria-label={say(words.days)}>
          {weekdays.map(({ day, name }) => (
            <Chip key={day} value={String(day)} disabled={isReadOnly}>
              {say(name)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Group gap="sm">
        {time('from')}
        {time('until')}
      </Group>
      <Text size="sm" c="dimmed">
        {say(words.holidays)}
      </Text>
    </>
  )
}
