import { SimpleGrid } from '@mantine/core'

import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import type { Field } from './order-fields.ts'
import { useOrderForm } from './order-form.ts'
import { OrderField } from './OrderField.tsx'

interface FurtherFieldsProps {
  readonly summary: BilingualText
  readonly fields: readonly Field[]
  /** Goes before the pointers of the fields, for lines. */
  readonly within?: string
}

/** What few orders state is out of the way, unless it was stated or something is wrong with it. */
export function FurtherFields({ summary, fields, within = '' }: FurtherFieldsProps) {
  const say = useSay()
  const { draft, findings } = useOrderForm()
  const isStated = fields.some((field) => (draft.texts[within + field.pointer] ?? '') !== '')
  const isWrong = fields.some((field) => findings.has(within + field.pointer))
  return (
    <details open={isStated || isWrong}>
      <summary style={{ cursor: 'pointer', fontSize: 'var(--mantine-font-size-sm)' }}>
        {say(summary)}
      </summary>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" mt="xs">
        {fields.map((field) => (
          <OrderField key={field.pointer} field={field} within={within} />
        ))}
      </SimpleGrid>
    </details>
  )
}
