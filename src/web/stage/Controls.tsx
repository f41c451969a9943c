import { Button, Group, SegmentedControl } from '@mantine/core'
import { Pause, Play, RotateCcw, StepForward } from 'lucide-react'
import { useState } from 'react'

import type { Pace, StageState } from '../../stage/director/stage-state.ts'
import { BrandMark } from '../kit/components/BrandMark.tsx'
import { LanguageSwitch } from '../kit/components/LanguageSwitch.tsx'
import { SchemeSwitch } from '../kit/components/SchemeSwitch.tsx'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import classes from './stage.module.css'
import type { Conduct } from './StageScreen.tsx'

const words = {
  play: { en: 'Play', zh: '播放' },
  again: { en: 'Play another order', zh: '再演一单' },
  pause: { en: 'Pause', zh: '暂停' },
  step: { en: 'Next step', zh: '下一步' },
  clear: { en: 'New order', zh: '新订单' },
  pace: { en: 'Speed', zh: '速度' },
}

interface ControlsProps {
  readonly state: StageState | undefined
  readonly conduct: Conduct
}

/** Play, pause, step, another order, and how fast. */
export function Controls({ state, conduct }: ControlsProps) {
  const say = useSay()
  const [chosenPace, setChosenPace] = useState<Pace>()
  const pace = chosenPace ?? state?.pace ?? 1
  const isPlaying = state?.mode === 'playing'
  const isOver = state?.next.kind === 'end'
  const canStep = state !== undefined && ['act', 'mend'].includes(state.next.kind)
  const setPace = (chosen: string): void => {
    const wanted = Number(chosen) as Pace
    setChosenPace(wanted)
    if (isPlaying) conduct((director) => director.play(wanted))
  }
  return (
    <header className={classes.controls}>
      <BrandMark />
      <Group gap="xs" justify="center">
        {isPlaying ? (
          <Button
            leftSection={<Pause size={16} aria-hidden />}
            onClick={() => conduct((director) => director.pause())}
          >
            {say(words.pause)}
          </Button>
        ) : (
          <Button
            leftSection={<Play size={16} aria-hidden />}
            disabled={state === undefined}
            onClick={() => conduct((director) => director.play(pace))}
          >
            {say(isOver ? words.again : words.play)}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<StepForward size={16} aria-hidden />}
          disabled={!canStep}
          onClick={() => conduct((director) => director.step())}
        >
          {say(words.step)}
        </Button>
        <Button
          variant="default"
          leftSection={<RotateCcw size={16} aria-hidden />}
          disabled={state?.case === undefined}
          onClick={() => conduct((director) => director.clear())}
        >
          {say(words.clear)}
        </Button>
        <SegmentedControl
          aria-label={say(words.pace)}
          value={String(pace)}
          data={['1', '2', '4'].map((value) => ({ value, label: `${value}×` }))}
          onChange={setPace}
        />
      </Group>
      <Group gap="xs" justify="flex-end" wrap="nowrap">
        <LanguageSwitch />
        <SchemeSwitch />
      </Group>
    </header>
  )
}
