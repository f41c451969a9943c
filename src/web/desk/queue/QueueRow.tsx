import { Badge } from '@mantine/core'

import type { QueueLine } from '../../../authority/store/queue-store.ts'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { PlaceLink } from '../places.tsx'
import { StateBadge } from '../StateBadge.tsx'
import { controlWords, laneWords, waitWords } from '../terms/states.ts'
import type { Wire } from '../wire.ts'
import styles from './queue.module.css'
import { RiskBar } from './RiskBar.tsx'

const words = {
  noDescription: { en: 'No description', zh: '无品名' },
  more: (items: number) => ({
    en: items === 1 ? '+1 item' : `+${items} items`,
    zh: `另 ${items} 项`,
  }),
}

interface QueueRowProps {
  readonly line: Wire<QueueLine>
  /** Its place in the list, by which the keyboard finds it. */
  readonly index: number
  /** Whether the keyboard is on this line. */
  readonly isHere: boolean
}

/** One entry: how risky, what goods, where it stands, what it is about in money. */
export function QueueRow({ line, index, isHere }: QueueRowProps) {
  const say = useSay()
  const others = line.itemCount - 1
  return (
    <li>
      <PlaceLink
        place={{ to: '/lodgements/$mrn', params: { mrn: line.mrn } }}
        className={styles.row}
        data-row={index}
        data-here={isHere || undefined}
      >
        <RiskBar score={line.riskScore} level={line.riskLevel} reasons={line.riskReasons} />
        <div>
          <div className={styles.goods}>
            {line.firstItem?.description ?? say(words.noDescription)}{' '}
            {others > 0 && <span className={styles.small}>{say(words.more(others))}</span>}
          </div>
          <div className={styles.small}>
            {[line.firstItem?.commodityCode, line.exporter].filter(Boolean).join(' · ')}
          </div>
          <div className={styles.small}>
            {line.mrn} · {line.lrn}
          </div>
        </div>
        <div>
          <div className={styles.badges}>
            <StateBadge state={line.state} />
            {line.lane !== null && (
              <Badge variant="dot" color={line.lane} c="var(--mantine-color-text)">
                {say(laneWords[line.lane])}
              </Badge>
            )}
            {line.openControls.map((kind, place) => (
              <Badge key={place} variant="outline" color="gray" c="var(--mantine-color-text)">
                {say(controlWords[kind])}
              </Badge>
            ))}
          </div>
          <div className={styles.small}>
            {say(waitWords[line.waitsFor])}
            {line.waitsSince !== null && (
              <>
                {' · '}
                <InstantText at={line.waitsSince} as="ago" />
              </>
            )}
          </div>
        </div>
        <div className={styles.sum}>
          {line.payableGbp !== null && (
            <MoneyText value={{ amount: line.payableGbp, currency: 'GBP' }} />
          )}
        </div>
      </PlaceLink>
    </li>
  )
}
