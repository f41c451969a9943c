import type { CaseTimeline } from '../../../../api/case-timelines.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from './MainLine.module.css'

const words = {
  done: { en: 'done', zh: '已完成' },
  present: { en: 'next', zh: '下一站' },
  ahead: { en: 'ahead', zh: '待进行' },
  'passed-over': { en: 'left out', zh: '已略过' },
  expected: { en: 'expected', zh: '预计' },
  turns: { en: 'Turns', zh: '变故' },
}

/** The stations of a case, from the order to the door; beside one another, on phones below. */
export function MainLine({ timeline }: { readonly timeline: CaseTimeline }) {
  const say = useSay()
  return (
    <>
      <ol className={styles.line}>
        {timeline.steps.map(({ step, name, state, at, expectedAt }) => (
          <li
            key={step}
            className={styles.station}
            data-state={state}
            {...(state === 'present' && { 'aria-current': 'step' as const })}
          >
            <span className={styles.name}>{say(name)}</span>
            <span className="screen-reader-only">{say(words[state])}</span>
            <span className={styles.when}>
              {at !== undefined && <InstantText at={at} />}
              {expectedAt !== undefined && (
                <>
                  {say(words.expected)} <InstantText at={expectedAt} />
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
      {timeline.turns.length > 0 && (
        <ul className={styles.turns} aria-label={say(words.turns)}>
          {timeline.turns.map(({ at, sentence }) => (
            <li key={`${at} ${sentence.en}`}>
              <InstantText at={at} /> · {say(sentence)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
