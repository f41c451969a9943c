import { Table } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'

import { leavesTheCountry } from '../../../../customs/lane/export-lane.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { SectionCard } from '../SectionCard.tsx'

const words = {
  title: { en: 'Who is who', zh: '各方' },
  buyer: { en: 'Buyer', zh: '买方' },
  seller: { en: 'Seller', zh: '卖方' },
  consignor: { en: 'Consignor', zh: '发货人' },
  consignee: { en: 'Consignee', zh: '收货人' },
  exporter: { en: 'Exporter', zh: '出口方' },
  importer: { en: 'Importer of record', zh: '登记进口商' },
  declarant: { en: 'Declarant', zh: '申报人' },
}

/** The parties by name; why each has its part stands in the long form. */
export function PartiesInShort({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { goods } = useSuspenseQuery(caseQueries.goods(caseId)).data
  const decided = useQuery(caseQueries.parties(caseId))
  const { buyer, seller, consignor, consignee, exporter } = goods.parties
  const leaves = leavesTheCountry(goods)
  const sellers =
    seller === undefined ? goods.goodsItems.map((item) => item.seller?.name) : [seller.name]
  const rows = [
    [words.buyer, [buyer.name]],
    [words.seller, [...new Set(sellers)]],
    [words.consignor, [consignor.name]],
    [words.exporter, leaves ? [exporter.name, exporter.eori] : []],
    [words.consignee, leaves ? [consignee.name] : []],
    [words.importer, [decided.data?.importerOfRecord.value.party.name]],
    [words.declarant, [decided.data?.declarant.value.name, decided.data?.declarant.value.eori]],
  ] as const
  return (
    <SectionCard title={say(words.title)}>
      <Table variant="vertical">
        <Table.Tbody>
          {rows.map(([part, names]) => {
            const who = names.filter((name) => name !== undefined).join(', ')
            if (who === '') return null
            return (
              <Table.Tr key={part.en}>
                <Table.Th style={{ whiteSpace: 'nowrap' }}>{say(part)}</Table.Th>
                <Table.Td>{who}</Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </SectionCard>
  )
}
