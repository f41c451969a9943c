import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'

import styles from './row.module.css'

/** A list of things that something can be done with. */
export function Rows({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <ul className={styles.rows} aria-label={label}>
      {children}
    </ul>
  )
}

interface RowProps {
  readonly title: ReactNode
  /** Beside the title: a state, a role. */
  readonly marks?: ReactNode
  /** Below the title, in quiet small print. */
  readonly facts: ReactNode
  readonly actions?: ReactNode
}

/** One thing of a list, with what is known of it and what can be done with it. */
export function Row({ title, marks, facts, actions }: RowProps) {
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Group gap="xs">
          <Text fw={600}>{title}</Text>
          {marks}
        </Group>
        <Text size="sm" c="dimmed" component="div">
          {facts}
        </Text>
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </li>
  )
}
