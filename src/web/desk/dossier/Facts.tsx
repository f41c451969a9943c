import type { ReactNode } from 'react'

import styles from './dossier.module.css'

/** A fact with its name; one without a value is not shown. */
export interface Fact {
  readonly name: string
  readonly value: ReactNode
}

/** Facts by their names, in as many columns as there is room for. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(({ value }) => value !== undefined && value !== null && value !== '')
        .map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
