import type { PointerEvent } from 'react'

import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import colours from '../result/kinds.module.css'
import styles from './time-machine.module.css'
import { xOf, type ChartShape } from './chart-shape.ts'
import { dayOf, LAST_DAY } from './days.ts'

const WIDTH = 1000
const HEIGHT = 320

const words = {
  title: { en: 'Charges over time', zh: '税费随时间的变化' },
  years: ['2024', '2025', '2026'],
  gap: { en: 'cannot be quoted', zh: '无法报价' },
  band: { en: 'depends on the full code', zh: '取决于完整编码' },
}

interface ChartProps {
  readonly shape: ChartShape
  readonly currency: string
  readonly day: string
  readonly onDay: (day: string) => void
}

/**
 * The charges of a sale, stacked, over three years; each border between two laws has its number. A
 * day is chosen by pressing it. Who does not see it has the slider below and the list of steps.
 */
export function Chart({ shape, currency, day, onDay }: ChartProps) {
  const say = useSay()
  const { money } = useFormats()
  const press = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return
    const { left, width } = event.currentTarget.getBoundingClientRect()
    onDay(dayOf(((event.clientX - left) / width) * (LAST_DAY + 1) - 0.5))
  }
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span>{say(words.title)}</span>
        <span>{money({ amount: shape.top, currency })}</span>
      </figcaption>
      <div className={styles.plot} onPointerDown={press} onPointerMove={press}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
          <Drawn shape={shape} />
        </svg>
        {shape.borders.map(({ on, x }, index) => (
          <span key={on} className={styles.number} style={{ left: `${x * 100}%` }} aria-hidden>
            {index + 1}
          </span>
        ))}
        <span className={styles.now} style={{ left: `${xOf(day) * 100}%` }} aria-hidden />
      </div>
      <div className={styles.years} aria-hidden>
        {words.years.map((year) => (
          <span key={year}>{year}</span>
        ))}
      </div>
      <ul className={styles.legend}>
        {shape.layers.map(({ id, kind, name, strength }) => (
          <li key={id}>
            <span
              className={`${colours.fill} ${styles.swatch}`}
              data-kind={kind}
              style={{ opacity: strength }}
              aria-hidden
            />
            {say(name)}
          </li>
        ))}
        {shape.bands.length > 0 && (
          <li>
            <span className={`${styles.swatch} ${styles.banded}`} aria-hidden />
            {say(words.band)}
          </li>
        )}
        {shape.gaps.length > 0 && (
          <li>
            <span className={`${styles.swatch} ${styles.hatched}`} aria-hidden />
            {say(words.gap)}
          </li>
        )}
      </ul>
    </figure>
  )
}

function Drawn({ shape }: { readonly shape: ChartShape }) {
  return (
    <>
      <defs>
        <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse">
          <path d="M0 8 8 0" className={styles.hatch} />
        </pattern>
      </defs>
      {[0.25, 0.5, 0.75].map((part) => (
        <line
          key={part}
          className={styles.grid}
          x1={0}
          x2={WIDTH}
          y1={HEIGHT * part}
          y2={HEIGHT * part}
        />
      ))}
      {shape.gaps.map(({ x, width }) => (
        <rect key={x} x={x * WIDTH} width={width * WIDTH} height={HEIGHT} fill="url(#hatch)" />
      ))}
      {shape.blocks.map(({ layer, x, width, y, height }) => (
        <rect
          key={`${layer.id} ${x}`}
          className={colours.fill}
          data-kind={layer.kind}
          opacity={layer.strength}
          x={x * WIDTH}
          width={width * WIDTH}
          y={y * HEIGHT}
          height={height * HEIGHT}
        />
      ))}
      {shape.bands.map(({ x, width, y, height }) => (
        <rect
          key={x}
          className={styles.band}
          x={x * WIDTH}
          width={width * WIDTH}
          y={y * HEIGHT}
          height={height * HEIGHT}
        />
      ))}
      {shape.borders.map(({ on, x }) => (
        <line key={on} className={styles.border} x1={x * WIDTH} x2={x * WIDTH} y1={0} y2={HEIGHT} />
      ))}
    </>
  )
}
