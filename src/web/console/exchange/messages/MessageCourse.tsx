import { Text, Timeline } from '@mantine/core'

import type { ExchangeMessageDetail } from '../../../../api/exchange-messages.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from '../exchange.module.css'
import { actorText } from './actor-text.ts'
import { attemptColours, attemptOutcomes } from './attempt-outcomes.ts'
import { courseOf, type CourseStep } from './course-of.ts'

const words = {
  made: { en: 'Committed, to be sent', zh: '已生成，待发送' },
  underWay: { en: 'Under way', zh: '正在发送' },
  replayed: { en: 'Sent again at the word of a person', zh: '人工重新发送' },
  'set-aside': { en: 'Set aside', zh: '已搁置' },
  took: (ms: string) => ({ en: `${ms} ms`, zh: `${ms} 毫秒` }),
}

/** Every attempt to send a message, what people decided about it, and what customs answered. */
export function MessageCourse({ message }: { readonly message: ExchangeMessageDetail }) {
  const steps = courseOf(message)
  return (
    <Timeline active={steps.length} bulletSize={16} lineWidth={2}>
      {steps.map((step) => (
        <CourseItem key={`${step.kind} ${step.at}`} step={step} />
      ))}
    </Timeline>
  )
}

function CourseItem({ step, ...line }: { readonly step: CourseStep }) {
  const { exactInstant } = useFormats()
  const { title, colour, facts, theirWords } = useStepWords(step)
  return (
    // What the timeline hands to its items joins them.
    <Timeline.Item {...line} color={colour} title={title}>
      <Text size="xs" c="dimmed">
        {[exactInstant(step.at), ...facts].join(' · ')}
      </Text>
      {theirWords !== undefined && (
        <Text size="sm" className={styles.wide}>
          {theirWords}
        </Text>
      )}
    </Timeline.Item>
  )
}

function useStepWords(step: CourseStep): {
  readonly title: string
  readonly colour: string
  readonly facts: readonly string[]
  readonly theirWords?: string | undefined
} {
  const say = useSay()
  const { number } = useFormats()
  switch (step.kind) {
    case 'made':
      return { title: say(words.made), colour: 'gray', facts: [] }
    case 'tried': {
      const { outcome, httpStatus, latencyMs, node, why } = step
      const facts = [
        ...(httpStatus === undefined ? [] : [`HTTP ${httpStatus}`]),
        ...(latencyMs === undefined ? [] : [say(words.took(number(latencyMs)))]),
        node,
      ]
      if (outcome === undefined) return { title: say(words.underWay), colour: 'blue', facts }
      return {
        title: say(attemptOutcomes[outcome]),
        colour: attemptColours[outcome],
        ...{ facts, theirWords: why },
      }
    }
    case 'decided': {
      const { decision, actor, reason } = step
      const facts = [say(actorText(actor))]
      return { title: say(words[decision]), colour: 'violet', facts, theirWords: reason }
    }
    case 'answered': {
      const { explanation, functionCode, name } = step
      const facts = [`${functionCode} ${name ?? ''}`.trim()]
      return { title: say(explanation), colour: 'tide', facts }
    }
  }
}
