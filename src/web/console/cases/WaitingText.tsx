import type { CaseSummary } from '../../../api/views/case-summary.ts'
import { casePhases } from '../../kit/terms/case-phases.ts'
import { waitingFor } from '../../kit/terms/waiting-for.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { RowMoment } from './RowMoment.tsx'
import { waitingShare } from './waiting-share.ts'
import classes from './WaitingText.module.css'

interface WaitingTextProps {
  readonly summary: CaseSummary
  /** The present moment, in milliseconds. */
  readonly now: number
}

/** What a case waits for and since when, with a quiet bar that grows as the wait does. */
export function WaitingText({ summary, now }: WaitingTextProps) {
  const say = useSay()
  const { waitingFor: waits, waitingSince, phase } = summary
  if (waits === undefined || waitingSince === undefined) return <span aria-hidden>–</span>
  const { label, explanation } = phase === undefined ? waitingFor[waits] : casePhases[phase]
  return (
    <span className={classes.waiting} title={say(explanation)}>
      <span className={classes.label}>{say(label)}</span>
      <span className={classes.since}>
        <RowMoment at={waitingSince} now={now} />
      </span>
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${waitingShare(waitingSince, now) * 100}%` }} />
      </span>
    </span>
  )
}
