import { Anchor, Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { memo, type CSSProperties } from 'react'

import type { CaseSummary } from '../../../api/views/case-summary.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { StateBadge } from '../../kit/components/StateBadge.tsx'
import { lanes } from '../../kit/terms/lanes.ts'
import { whoseTurn } from '../../kit/terms/whose-turn.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import classes from './CaseList.module.css'
import { KnownBy } from './KnownBy.tsx'
import { RowMoment } from './RowMoment.tsx'
import { WaitingText } from './WaitingText.tsx'

const words = {
  pick: (reference: string) => ({ en: `Select ${reference}`, zh: `选择 ${reference}` }),
}

interface CaseRowProps {
  readonly summary: CaseSummary
  readonly index: number
  readonly now: number
  readonly isMarked: boolean
  readonly isCurrent: boolean
  readonly isPicked: boolean
  readonly onPick: ((index: number, reach: 'one' | 'through') => void) | undefined
  readonly style: CSSProperties
}

/** One case of the list. The reference is the link; the keyboard goes from one to the next. */
export const CaseRow = memo(function CaseRow(props: CaseRowProps) {
  const { summary, index, now, isMarked, isCurrent, isPicked, onPick, style } = props
  const say = useSay()
  const { id, reference, state, whose, lane, destination, customsValue, openedAt } = summary
  const laneTerm = lane === undefined ? undefined : lanes[lane as keyof typeof lanes]
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes.row}
      data-marked={isMarked}
      data-current={isCurrent}
      data-picked={isPicked}
      style={style}
    >
      {onPick !== undefined && (
        <span role="cell" className={classes.pick}>
          <Checkbox
            size="xs"
            aria-label={say(words.pick(reference))}
            checked={isPicked}
            onChange={(event) => {
              const isThrough = (event.nativeEvent as MouseEvent).shiftKey
              onPick(index, isThrough ? 'through' : 'one')
            }}
          />
        </span>
      )}
      <span role="cell" className={classes.reference}>
        <Anchor
          component={Link}
          to={`/cases/${id}`}
          preload={false}
          data-row={index}
          fw={600}
          size="sm"
          title={reference}
        >
          {reference}
        </Anchor>
        <KnownBy summary={summary} />
      </span>
      <span role="cell" className={classes.state}>
        <StateBadge state={state} phase={summary.phase} />
      </span>
      <span role="cell" className={classes.waiting}>
        <WaitingText summary={summary} now={now} />
      </span>
      <span role="cell" className={classes.whose}>
        {whose === undefined ? '–' : say(whoseTurn[whose].label)}
      </span>
      <span role="cell" className={classes.value}>
        {customsValue === undefined ? '–' : <MoneyText value={customsValue} />}
      </span>
      <span role="cell" className={classes.lane} title={laneTerm && say(laneTerm.explanation)}>
        {laneTerm === undefined ? '–' : say(laneTerm.label)}
      </span>
      <span role="cell" className={classes.destination}>
        {destination}
      </span>
      <span role="cell" className={classes.opened}>
        <RowMoment at={openedAt} />
      </span>
    </div>
  )
})
