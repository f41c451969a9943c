import { Badge, Text } from '@mantine/core'

import type { TextByLanguage } from '../../../customs/nomenclature/nomenclature-edition.ts'
import { useLanguage, useSay } from '../../kit/words/LanguageProvider.tsx'
import { PlaceLink } from '../places.tsx'
import { textIn } from '../text-in.ts'
import { printedCode } from './printed-code.ts'
import styles from './tariff.module.css'
import { tariffPlace, type TariffReading } from './tariff-place.ts'

const words = {
  declarable: { en: 'declared by this code', zh: '可按此编码申报' },
}

/** A line of a tariff in a list. */
export interface ListedLine {
  /** Absent on a heading that only parts the lines below it. */
  readonly code?: string
  readonly description: TextByLanguage
  readonly isDeclarable: boolean
  /** What stands above it, where it is shown out of its place. */
  readonly above?: readonly TextByLanguage[]
}

interface LineListProps {
  readonly lines: readonly ListedLine[]
  readonly reading: TariffReading
}

/** Lines of a tariff, each leading to what stands below it or to its rates. */
export function LineList({ lines, reading }: LineListProps) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <ul className={styles.lines}>
      {lines.map(({ code, description, isDeclarable, above = [] }, index) => (
        <li key={`${code ?? ''} ${index}`}>
          <span className={styles.code}>{code !== undefined && printedCode(code)}</span>
          <span className={styles.description}>
            {above.length > 0 && (
              <Text component="span" size="xs" c="dimmed" display="block" lineClamp={2}>
                {above.map((text) => textIn(text, language)).join(' › ')}
              </Text>
            )}
            {code === undefined ? (
              textIn(description, language)
            ) : (
              <PlaceLink place={tariffPlace({ ...reading, code })}>
                {textIn(description, language) || printedCode(code)}
              </PlaceLink>
            )}
          </span>
          {isDeclarable && (
            <Badge variant="light" color="teal" size="sm" className={styles.mark ?? ''}>
              {say(words.declarable)}
            </Badge>
          )}
        </li>
      ))}
    </ul>
  )
}
