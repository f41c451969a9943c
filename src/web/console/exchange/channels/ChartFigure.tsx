import type { ReactNode } from 'react'

import styles from './channels.module.css'

interface ChartFigureProps {
  readonly title: string
  /** What stands at the right of the title: the figure at the top of the chart, or what it is about. */
  readonly note?: string | undefined
  readonly children: ReactNode
}

/** One drawing with its title. */
export function ChartFigure({ title, note, children }: ChartFigureProps) {
  return (
    <figure className={styles.figure} aria-label={title}>
      <figcaption className={styles.caption}>
        <strong>{title}</strong>
        {note !== undefined && <span>{note}</span>}
      </figcaption>
      {children}
    </figure>
  )
}
