import { Badge, Switch, Text } from '@mantine/core'

import type { StageSwitch, SwitchStanding } from '../../stage/director/stage-state.ts'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import classes from './stage.module.css'
import type { Conduct } from './StageScreen.tsx'

const words = {
  title: { en: 'What can go wrong', zh: '可能出现的状况' },
  standing: {
    off: undefined,
    armed: { en: 'ready', zh: '待触发' },
    'at-work': { en: 'now', zh: '进行中' },
    'next-run': { en: 'with the next order', zh: '下一单生效' },
  } satisfies Record<SwitchStanding, { en: string; zh: string } | undefined>,
}

interface StageSwitchesProps {
  readonly switches: readonly StageSwitch[]
  readonly conduct: Conduct
}

/** Six ways to make a case interesting; each can be pressed at any time. */
export function StageSwitches({ switches, conduct }: StageSwitchesProps) {
  const say = useSay()
  return (
    <section className={classes.switches} aria-label={say(words.title)}>
      {switches.map(({ name, standing, title, explanation }) => {
        const mark = words.standing[standing]
        return (
          <div key={name} className={classes.switch} data-standing={standing}>
            <Switch
              checked={standing !== 'off'}
              label={say(title)}
              fw={600}
              onChange={({ currentTarget: { checked } }) =>
                conduct((director) => director.setSwitch(name, checked ? 'on' : 'off'))
              }
            />
            {mark !== undefined && (
              <Badge size="sm" variant="default">
                {say(mark)}
              </Badge>
            )}
            <Text size="xs" c="dimmed" className={classes.explanation}>
              {say(explanation)}
            </Text>
          </div>
        )
      })}
    </section>
  )
}
