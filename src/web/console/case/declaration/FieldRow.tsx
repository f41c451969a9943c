import { Anchor, Badge, Stack, Text } from '@mantine/core'

import type { DeclarationFormView } from '../../../../api/declaration-forms.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { OpenPointNote } from '../OpenPointNote.tsx'
import styles from './FieldRow.module.css'

const words = {
  sources: {
    order: { en: 'Order', zh: '订单' },
    quote: { en: 'Quote', zh: '报价' },
    parties: { en: 'Parties', zh: '各方身份' },
    document: { en: 'Document', zh: '单证' },
    profile: { en: 'Profile', zh: '贸易商档案' },
    rule: { en: 'Rule', zh: '规则' },
    person: { en: 'Person', zh: '人工' },
  },
  missing: { en: 'Not declared', zh: '未申报' },
  changed: { en: 'Changed by customs to', zh: '海关更改为' },
  mend: (fact: string) => ({ en: `Mend: ${fact}`, zh: `补正：${fact}` }),
}

type Field = DeclarationFormView['sections'][number]['fields'][number]

interface FieldRowProps {
  readonly caseId: string
  readonly field: Field
}

/** One data element: number, name, value, where it comes from, and what stands open about it. */
export function FieldRow({ field }: FieldRowProps) {
  const say = useSay()
  const { dataElement, values, points, changedTo } = field
  const hasPoint = points.length > 0
  return (
    <div className={styles.row} data-open={hasPoint || undefined} id={anchorOf(field.path)}>
      <dt className={styles.name}>
        <span className={styles.number}>{dataElement.number}</span> {say(dataElement.name)}
      </dt>
      <dd className={styles.value}>
        {values.length === 0 ? (
          <Text span c="dimmed">
            {say(words.missing)}
          </Text>
        ) : (
          <span className={changedTo && styles.former}>{values.join(' · ')}</span>
        )}
        {changedTo && (
          <div className={styles.changed}>
            {say(words.changed)} <strong>{changedTo.join(' · ')}</strong>
          </div>
        )}
        {hasPoint && (
          <Stack gap="xs" mt="xs">
            {points.map((point, index) => (
              <OpenPointNote key={index} point={point}>
                {point.goodsFact && (
                  <Anchor href="#next-step" size="sm" className="screen-only">
                    {say(words.mend(say(point.goodsFact.name)))}
                  </Anchor>
                )}
              </OpenPointNote>
            ))}
          </Stack>
        )}
      </dd>
      <dd className={styles.origin}>
        <Origins field={field} />
      </dd>
    </div>
  )
}

function Origins({ field }: { readonly field: Field }) {
  const say = useSay()
  return field.origins.map(({ source, note, reference }, index) => (
    <span key={index} className={styles.source}>
      <Badge variant="default" size="sm">
        {say(words.sources[source])}
      </Badge>
      {(note ?? reference) !== undefined && (
        <Text size="xs" c="dimmed">
          {note === undefined ? reference : say(note)}
        </Text>
      )}
    </span>
  ))
}

/** An anchor that a link can lead to; slashes would end it in some readers. */
function anchorOf(path: string): string {
  return `field${path.replaceAll('/', '-')}`
}
