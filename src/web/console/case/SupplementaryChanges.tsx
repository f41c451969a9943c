import { Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { SupplementaryChangesView } from '../../../api/supplementary-changes.ts'
import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { TaxComparison } from '../../kit/components/TaxComparison.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { caseQueries } from './case-queries.ts'

const words = {
  fields: { en: 'What differs from the simplified declaration', zh: '与简化申报的差异' },
  same: {
    en: 'It says nothing else than the simplified declaration did.',
    zh: '内容与简化申报一致。',
  },
  field: { en: 'Field', zh: '栏目' },
  item: (number: number) => ({ en: `Item ${number}`, zh: `第 ${number} 项` }),
  then: { en: 'Simplified', zh: '简化申报' },
  now: { en: 'Supplementary', zh: '补充申报' },
  nothing: { en: '(empty)', zh: '（空）' },
  byCustoms: { en: 'changed by customs', zh: '海关更改' },
  charges: { en: 'What that makes', zh: '由此产生的税费' },
  columns: {
    before: { en: 'As quoted then', zh: '原报价' },
    after: { en: 'As quoted now', zh: '现报价' },
  },
}

/** What the supplementary declaration says otherwise than the simplified one did, and what that makes. */
export function SupplementaryChanges({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { data, error, isPending, refetch } = useQuery(caseQueries.supplementaryChanges(caseId))
  if (isPending) return <LoadingRows rows={2} />
  if (data === undefined) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (data.fields.length === 0 && data.charges === undefined) {
    return <Text size="sm">{say(words.same)}</Text>
  }
  return (
    <Stack gap="sm">
      {data.fields.length > 0 && <Fields fields={data.fields} />}
      {data.charges && <Charges charges={data.charges} />}
    </Stack>
  )
}

function Fields({ fields }: Pick<SupplementaryChangesView, 'fields'>) {
  const say = useSay()
  const shown = (values: readonly string[]) => values.join(' · ') || say(words.nothing)
  return (
    <Table.ScrollContainer minWidth={320} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={say(words.fields)}>
        <Table.Thead>
          <Table.Tr>
            {[words.field, words.then, words.now].map((name) => (
              <Table.Th key={name.en}>{say(name)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map(({ path, dataElement, itemNumber, because, ...said }) => (
            <Table.Tr key={`${path} ${because}`}>
              <Table.Th scope="row">
                {dataElement.number} {say(dataElement.name)}
                {itemNumber !== undefined && ` · ${say(words.item(itemNumber))}`}
              </Table.Th>
              <Table.Td>
                {shown(said.simplified)}
                {because === 'authority' && ` (${say(words.byCustoms)})`}
              </Table.Td>
              <Table.Td>{shown(said.supplementary)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Charges({ charges }: Required<Pick<SupplementaryChangesView, 'charges'>>) {
  const say = useSay()
  return (
    <TaxComparison
      label={say(words.charges)}
      taxes={charges.taxes}
      total={charges}
      columns={words.columns}
    />
  )
}
