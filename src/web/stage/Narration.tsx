import { Button, Text } from '@mantine/core'
import { ListTree } from 'lucide-react'
import { useState } from 'react'

import type { StageState, ToldEvent } from '../../stage/director/stage-state.ts'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import classes from './stage.module.css'
import { StoryDrawer } from './StoryDrawer.tsx'

const words = {
  begin: {
    en: 'An order from China to Bristol, seen by three sides at once. Press play, or go step by step.',
    zh: '一份从中国寄往布里斯托的订单，由三方同时观看。点击播放，或逐步前进。',
  },
  beginWhy: {
    en: 'Everything here is the real system: real messages, real pages. You can work in the panes yourself at any time.',
    zh: '这里的一切都是真实系统：真实报文、真实页面。您可以随时在任一窗口中亲自操作。',
  },
  next: { en: 'Next:', zh: '下一步：' },
  waiting: { en: 'Waiting:', zh: '等待：' },
  yours: { en: 'Your turn:', zh: '轮到您：' },
  end: { en: 'The end:', zh: '结束：' },
  refused: { en: 'Did not work:', zh: '未成功：' },
  story: { en: 'Story so far', zh: '查看经过' },
}

const leadOf = {
  act: words.next,
  mend: words.next,
  wait: words.waiting,
  person: words.yours,
  end: words.end,
} as const

interface NarrationProps {
  readonly state: StageState | undefined
  /** What did not work, in the words of whoever refused it. */
  readonly problem: string | undefined
}

/** What has just happened and why it matters, and what comes next. */
export function Narration({ state, problem }: NarrationProps) {
  const say = useSay()
  const [isStoryOpen, setStoryOpen] = useState(false)
  const told = state?.told ?? []
  const last = told.at(-1)
  return (
    <section className={classes.narration} data-kind={last?.kind}>
      <div aria-live="polite">
        <Text fw={650} size="lg" lh={1.3}>
          {say(last?.text ?? words.begin)}
        </Text>
        <Text size="sm" c="dimmed">
          {say(whyOf(last))}
        </Text>
      </div>
      <div className={classes.next}>
        {state !== undefined && (
          <Text size="sm">
            <b>{say(leadOf[state.next.kind])}</b> {say(state.next.text)}
          </Text>
        )}
        {problem !== undefined && (
          <Text size="sm" role="alert">
            <b>{say(words.refused)}</b> {problem}
          </Text>
        )}
      </div>
      <Button
        variant="default"
        size="xs"
        className={classes.story}
        leftSection={<ListTree size={14} aria-hidden />}
        disabled={told.length === 0}
        onClick={() => setStoryOpen(true)}
      >
        {say(words.story)}
      </Button>
      <StoryDrawer told={told} isOpen={isStoryOpen} onClose={() => setStoryOpen(false)} />
    </section>
  )
}

function whyOf(last: ToldEvent | undefined) {
  return last === undefined ? words.beginWhy : (last.why ?? { en: '', zh: '' })
}
