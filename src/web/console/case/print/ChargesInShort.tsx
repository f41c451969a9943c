import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { SectionCard } from '../SectionCard.tsx'

const words = {
  title: { en: 'Charges', zh: '税费' },
  due: { en: 'Due at import, as quoted', zh: '进口应缴（报价）' },
  assessed: { en: 'Assessed by customs', zh: '海关核定' },
}

/** What the charges come to; nothing before they are worked out. */
export function ChargesInShort({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { data } = useQuery(caseQueries.breakdown(caseId))
  if (data === undefined) return null
  const sums = [
    [words.due, data.dueAtImport],
    ...(data.comparison ? [[words.assessed, data.comparison.assessed] as const] : []),
  ] as const
  return (
    <SectionCard title={say(words.title)}>
      <Table aria-label={say(words.title)}>
        <Table.Tbody>
          {data.bars.map(({ id, kind, name, amount }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={kind === 'sum' ? 700 : 400}>
                {say(name)}
              </Table.Th>
              <Table.Td ta="right" fw={kind === 'sum' ? 700 : 400}>
                <MoneyText value={amount} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          {sums.map(([name, amount]) => (
            <Table.Tr key={name.en}>
              <Table.Th scope="row">{say(name)}</Table.Th>
              <Table.Td ta="right" fw={700}>
                <MoneyText value={amount} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tfoot>
      </Table>
    </SectionCard>
  )
}
