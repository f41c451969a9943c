import { Table, Text } from '@mantine/core'

import type { WholeThreadView } from '../../../api/views/thread-view.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { SectionCard } from '../case/SectionCard.tsx'
import { appealableWords, claimBasisWords, correctableWords } from './thread-words.ts'

const words = {
  matter: { en: 'What it is about', zh: '事项' },
  item: { en: 'Item', zh: '项' },
  what: { en: 'What', zh: '内容' },
  declared: { en: 'Declared', zh: '原申报' },
  correct: { en: 'Correct', zh: '应为' },
  difference: { en: 'Duty and tax that it makes', zh: '税费差额' },
  reason: { en: 'How it came to be', zh: '原因' },
  basis: { en: 'Claimed because', zh: '退税依据' },
  returned: { en: 'Went back or was destroyed', zh: '退运或销毁' },
  returnedOf: (item: number, returned: string, of: string) => ({
    en: `item ${item}: ${returned} of ${of}`,
    zh: `第 ${item} 项：${of} 中的 ${returned}`,
  }),
  item1: (item: number) => ({ en: `item ${item}`, zh: `第 ${item} 项` }),
  exported: { en: 'Export', zh: '出口申报' },
  destroyed: { en: 'Certificate of destruction', zh: '销毁证明' },
  vat: { en: 'Import VAT', zh: '进口增值税' },
  vatOnReturn: {
    en: 'taken back on our VAT return, not claimed',
    zh: '已在增值税申报中抵扣，不申请退还',
  },
  vatClaimed: { en: 'claimed', zh: '申请退还' },
  goods: { en: 'Goods', zh: '货物' },
  proposed: { en: 'Proposed', zh: '建议' },
  against: { en: 'Against', zh: '针对' },
  grounds: { en: 'Grounds', zh: '理由' },
  wanted: { en: 'Wanted', zh: '请求' },
  late: { en: 'Why it comes late', zh: '逾期原因' },
}

/** What a correction, a claim, a request for a ruling or an appeal has brought with it. */
export function MatterFacts({ thread }: { readonly thread: WholeThreadView }) {
  const say = useSay()
  const { day, money } = useFormats()
  const { correction, claim, ruling, appeal } = thread
  if ((correction ?? claim ?? ruling ?? appeal) === undefined) return null
  const difference = correction?.dutyDifference
  const facts: readonly (readonly [string, string | undefined])[] = [
    [say(words.reason), correction?.reason ?? claim?.reason],
    [say(words.basis), claim && say(claimBasisWords[claim.basis])],
    [
      say(claim?.basis === 'overpaid' ? words.goods : words.returned),
      claim?.goods
        .map(({ goodsItem, returned, of }) =>
          say(
            returned === undefined || of === undefined
              ? words.item1(goodsItem)
              : words.returnedOf(goodsItem, returned, of),
          ),
        )
        .join(', '),
    ],
    [say(words.exported), claim?.exportMrn],
    [
      say(words.destroyed),
      claim?.destruction && `${claim.destruction.certificate}, ${day(claim.destruction.on)}`,
    ],
    [say(words.vat), claim && say(claim.isVatReclaimed ? words.vatOnReturn : words.vatClaimed)],
    [say(words.difference), difference && money(difference)],
    [say(words.goods), ruling?.goodsDescription],
    [say(words.proposed), ruling?.proposedCode ?? ruling?.proposedOrigin],
    [
      say(words.against),
      appeal && `${say(appealableWords[appeal.decision])}, ${day(appeal.decidedOn)}`,
    ],
    [say(words.grounds), appeal?.grounds],
    [say(words.wanted), appeal?.wanted],
    [say(words.late), appeal?.lateReason],
  ]
  return (
    <SectionCard title={say(words.matter)}>
      {correction !== undefined && <CorrectedItems items={correction.items} />}
      {facts.map(
        ([name, value]) =>
          value !== undefined && (
            <Text key={name} size="sm" style={{ overflowWrap: 'anywhere' }}>
              <strong>{name}:</strong> {value}
            </Text>
          ),
      )}
    </SectionCard>
  )
}

type Corrected = NonNullable<WholeThreadView['correction']>['items']

function CorrectedItems({ items }: { readonly items: Corrected }) {
  const say = useSay()
  return (
    <Table.ScrollContainer
      minWidth={320}
      mb="sm"
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            {[words.item, words.what, words.declared, words.correct].map((name) => (
              <Table.Th key={name.en}>{say(name)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ goodsItem, what, declared, correct }) => (
            <Table.Tr key={`${goodsItem} ${what}`}>
              <Table.Td>{goodsItem}</Table.Td>
              <Table.Td>{say(correctableWords[what])}</Table.Td>
              <Table.Td>{declared}</Table.Td>
              <Table.Td>{correct}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
