import type { CoverageView } from '../../../api/coverage.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import styles from './coverage.module.css'
import { stateWords } from './state-words.ts'

const words = {
  destination: { en: 'Destination', zh: '目的地' },
  table: { en: 'Coverage by destination and charge', zh: '按目的地和税费类别的涵盖范围' },
}

/** A field of the matrix. */
export interface ChosenField {
  readonly destination: string
  readonly kind: string
}

interface CoverageGridProps {
  readonly view: CoverageView
  readonly chosen: ChosenField
  readonly onChoose: (destination: string, kind: string) => void
}

/** The matrix: a row for each destination, a column for each kind of charge. */
export function CoverageGrid({ view: { destinations }, chosen, onChoose }: CoverageGridProps) {
  const say = useSay()
  const kinds = destinations[0]?.kinds ?? []
  return (
    <div className={styles.scroll} role="region" aria-label={say(words.table)} tabIndex={0}>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{say(words.destination)}</th>
            {kinds.map(({ kind, name }) => (
              <th key={kind} scope="col" className={styles.kind}>
                <span>{say(name)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {destinations.map(({ destination, name, kinds: row }) => (
            <tr key={destination}>
              <th scope="row">{say(name)}</th>
              {row.map(({ kind, name: charge, state }) => (
                <td key={kind}>
                  <button
                    type="button"
                    className={styles.mark}
                    data-state={state}
                    aria-label={`${say(name)}, ${say(charge)}: ${say(stateWords[state].name)}`}
                    aria-pressed={chosen.destination === destination && chosen.kind === kind}
                    onClick={() => onChoose(destination, kind)}
                  >
                    {stateWords[state].mark}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
