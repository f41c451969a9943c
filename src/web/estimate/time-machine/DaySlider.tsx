import { Button } from '@mantine/core'
import { ChevronLeft, ChevronRight } from 'lucide-react'

import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { dayNumber, dayOf, LAST_DAY } from './days.ts'
import styles from './time-machine.module.css'

const words = {
  day: { en: 'Day', zh: '日期' },
  previous: { en: 'Previous change', zh: '上一次变化' },
  next: { en: 'Next change', zh: '下一次变化' },
}

interface DaySliderProps {
  readonly day: string
  /** What is charged on the day, as it is read out. */
  readonly said: string
  /** The days on which something changes, in their order. */
  readonly changes: readonly string[]
  readonly onDay: (day: string) => void
}

/** Chooses a day: by dragging, by the arrow keys, or from change to change. */
export function DaySlider({ day, said, changes, onDay }: DaySliderProps) {
  const say = useSay()
  const formats = useFormats()
  const previous = changes.findLast((change) => change < day)
  const next = changes.find((change) => change > day)
  return (
    <>
      <input
        className={styles.slider}
        type="range"
        aria-label={say(words.day)}
        aria-valuetext={`${formats.day(day)}: ${said}`}
        min={0}
        max={LAST_DAY}
        step={1}
        value={dayNumber(day)}
        onChange={({ currentTarget }) => onDay(dayOf(Number(currentTarget.value)))}
      />
      <div className={styles.moves}>
        <Button
          variant="default"
          size="sm"
          leftSection={<ChevronLeft size={16} aria-hidden />}
          disabled={previous === undefined}
          onClick={() => previous !== undefined && onDay(previous)}
        >
          {say(words.previous)}
        </Button>
        <input
          className={styles.date}
          type="date"
          aria-label={say(words.day)}
          min={dayOf(0)}
          max={dayOf(LAST_DAY)}
          value={day}
          onChange={({ currentTarget: { value, validity } }) => {
            if (value !== '' && validity.valid) onDay(value)
          }}
        />
        <Button
          variant="default"
          size="sm"
          rightSection={<ChevronRight size={16} aria-hidden />}
          disabled={next === undefined}
          onClick={() => next !== undefined && onDay(next)}
        >
          {say(words.next)}
        </Button>
      </div>
    </>
  )
}
