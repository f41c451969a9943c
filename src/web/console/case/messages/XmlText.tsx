import { useMemo } from 'react'

import { xmlLines } from './xml-lines.ts'
import styles from './messages.module.css'

/** XML set out and coloured; long lines are reached by scrolling, with the keyboard as well. */
export function XmlText({ xml, label }: { readonly xml: string; readonly label: string }) {
  const lines = useMemo(() => xmlLines(xml), [xml])
  return (
    <pre className={styles.xml} tabIndex={0} role="region" aria-label={label}>
      <code>
        {lines.map(({ depth, pieces }, index) => (
          <span key={index} className={styles.line} style={{ paddingLeft: `${depth * 1.2}em` }}>
            {pieces.map(({ kind, text }, position) => (
              <span key={position} data-kind={kind}>
                {text}
              </span>
            ))}
          </span>
        ))}
      </code>
    </pre>
  )
}
