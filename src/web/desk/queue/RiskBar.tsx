import type { RiskReason } from '../../../authority/store/queue-store.ts'
import type { RiskLevel } from '../../../authority/risk/risk-score.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { ruleName } from '../terms/risk-words.ts'
import { levelWords } from '../terms/states.ts'
import type { Wire } from '../wire.ts'
import styles from './RiskBar.module.css'

const words = {
  score: (score: number) => ({ en: `Risk ${score} of 100`, zh: `风险 ${score}（满分 100）` }),
  notYet: { en: 'Not yet judged', zh: '尚未评估' },
}

interface RiskBarProps {
  readonly score: number | null
  readonly level: RiskLevel
  readonly reasons: readonly Wire<RiskReason>[]
}

/** The risk score as a bar: one piece for each rule that hit, as long as its weight. */
export function RiskBar({ score, level, reasons }: RiskBarProps) {
  const say = useSay()
  if (score === null) return <span className={styles.none}>{say(words.notYet)}</span>
  const names = reasons.map((reason) => `${say(ruleName(reason))} ${reason.weight}`).join(', ')
  const text = `${say(words.score(score))}, ${say(levelWords[level])}${names === '' ? '' : `: ${names}`}`
  return (
    <div className={styles.risk} data-level={level} title={text}>
      <span className="screen-reader-only">{text}</span>
      <span className={styles.score} aria-hidden>
        {score}
      </span>
      <span className={styles.bar} aria-hidden>
        {reasons.map(({ ruleId, weight }) => (
          <span key={ruleId} className={styles.piece} style={{ flexBasis: `${weight}%` }} />
        ))}
      </span>
    </div>
  )
}
