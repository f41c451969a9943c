import { Table } from '@mantine/core'

import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { taxTypeName } from '../../../customs/duty/tax-type-words.ts'
import type { ShownMoney } from '../format/formats.ts'
import { useSay } from '../words/LanguageProvider.tsx'
import { MoneyText } from './MoneyText.tsx'

const words = {
  tax: { en: 'Tax', zh: '税种' },
  difference: { en: 'Difference', zh: '差额' },
  all: { en: 'Duty and tax together', zh: '税费合计' },
}

/** What is due of one tax, or of all, before and after. */
export interface ComparedDue {
  readonly before: ShownMoney
  readonly after: ShownMoney
  /** Negative where less is due. */
  readonly difference: ShownMoney
}

interface TaxComparisonProps {
  /** What the table shows, for who cannot see it. */
  readonly label: string
  readonly taxes: readonly (ComparedDue & { readonly taxType: string })[]
  readonly total: ComparedDue
  /** What the two columns before the difference are. */
  readonly columns: { readonly before: BilingualText; readonly after: BilingualText }
}

/** Two statements of what is due, tax by tax, and what lies between them. */
export function TaxComparison({ label, taxes, total, columns }: TaxComparisonProps) {
  const say = useSay()
  const rows = [
    ...taxes.map((tax) => ({ ...tax, name: say(taxTypeName(tax.taxType)) })),
    { ...total, name: say(words.all) },
  ]
  return (
    <Table.ScrollContainer minWidth={320} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {[words.tax, columns.before, columns.after, words.difference].map((name) => (
              <Table.Th key={name.en}>{say(name)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ name, before, after, difference }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              {Object.entries({ before, after, difference }).map(([column, value]) => (
                <Table.Td key={column}>
                  <MoneyText value={value} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
