import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { Text } from '@mantine/core'

import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { Facts } from '../dossier/Facts.tsx'
import { Section } from '../Section.tsx'
import { appealedWords, claimBasisWords, correctedWords } from './letter-terms.ts'
import type { ShownThread } from './letters-query.ts'
import styles from './letters.module.css'

const words = {
  correction: { en: 'What the trader corrects', zh: '贸易商更正的内容' },
  item: { en: 'Item', zh: '商品项' },
  what: { en: 'Fact', zh: '事项' },
  declared: { en: 'Declared', zh: '申报值' },
  correct: { en: 'Correct', zh: '应为' },
  difference: { en: 'Duty and tax, by the trader', zh: '税款差额（贸易商计算）' },
  reason: { en: 'How it came about', zh: '原因' },
  claim: { en: 'What the trader claims back', zh: '申请退税的内容' },
  basis: { en: 'Basis', zh: '依据' },
  goodsBack: { en: 'Went back or was destroyed', zh: '退运或销毁' },
  share: (item: number, returned: string, of: string) => ({
    en: `item ${item}: ${returned} of ${of}`,
    zh: `第 ${item} 项：${of} 中的 ${returned}`,
  }),
  item1: (item: number) => ({ en: `item ${item}`, zh: `第 ${item} 项` }),
  exported: { en: 'Export', zh: '出口申报' },
  register: { en: 'Register of exports', zh: '出口登记' },
  exportUnknown: { en: 'there is no such export', zh: '没有该出口申报' },
  exportLeft: { en: 'its goods have left', zh: '货物已离境' },
  exportNotLeft: { en: 'its goods have not left', zh: '货物尚未离境' },
  exportOfImporter: { en: 'declared by or for this importer', zh: '由本进口人或代其申报' },
  exportOfOther: { en: 'declared for another trader', zh: '由其他贸易商申报' },
  destroyed: { en: 'Certificate of destruction', zh: '销毁证明' },
  vat: { en: 'Import VAT', zh: '进口增值税' },
  vatOnReturn: {
    en: 'taken back on the VAT return, not claimed',
    zh: '已在增值税申报中抵扣，不申请退还',
  },
  vatClaimed: { en: 'claimed', zh: '申请退还' },
  ruling: { en: 'What a ruling is wanted for', zh: '申请裁定的内容' },
  tariff: { en: 'Commodity code', zh: '商品编码' },
  origin: { en: 'Origin', zh: '原产地' },
  about: { en: 'Ruling on', zh: '裁定事项' },
  goods: { en: 'Goods', zh: '货物' },
  proposed: { en: 'The trader proposes', zh: '贸易商建议' },
  uses: { en: 'Uses', zh: '用途' },
  materials: { en: 'Materials', zh: '材料' },
  appeal: { en: 'What is to be reviewed', zh: '申请复核的内容' },
  decision: { en: 'Decision', zh: '决定' },
  decidedOn: { en: 'Decided on', zh: '决定日期' },
  decidedBy: { en: 'Decided by', zh: '决定人' },
  grounds: { en: 'Grounds', zh: '理由' },
  wanted: { en: 'Wanted instead', zh: '请求' },
  late: { en: 'Why it is late', zh: '逾期原因' },
}

/** What a thread is about, as the trader has put it. */
export function ThreadMatter({ thread }: { readonly thread: ShownThread }) {
  if (thread.correction !== undefined) return <CorrectionPart correction={thread.correction} />
  if (thread.claim !== undefined)
    return <ClaimPart claim={thread.claim} found={thread.claimedExport} />
  if (thread.ruling !== undefined) return <RulingPart ruling={thread.ruling} />
  return thread.appeal === undefined ? null : <AppealPart thread={thread} />
}

function CorrectionPart({
  correction,
}: {
  readonly correction: NonNullable<ShownThread['correction']>
}) {
  const say = useSay()
  const { money } = useFormats()
  const { items, dutyDifference, reason } = correction
  return (
    <Section title={say(words.correction)}>
      <table className={styles.corrections}>
        <thead>
          <tr>
            {(['item', 'what', 'declared', 'correct'] as const).map((name) => (
              <th key={name} scope="col">
                {say(words[name])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ goodsItem, what, declared, correct }, index) => (
            <tr key={index}>
              <td>{goodsItem}</td>
              <td>{say(correctedWords[what] ?? { en: what, zh: what })}</td>
              <td>{declared}</td>
              <td>{correct}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Facts
        facts={[
          { name: say(words.difference), value: dutyDifference && money(dutyDifference) },
          { name: say(words.reason), value: <Words>{reason}</Words> },
        ]}
      />
    </Section>
  )
}

interface ClaimPartProps {
  readonly claim: NonNullable<ShownThread['claim']>
  readonly found: ShownThread['claimedExport']
}

function ClaimPart({ claim, found }: ClaimPartProps) {
  const say = useSay()
  const { day } = useFormats()
  const { basis, goods, exportMrn, destruction, isVatReclaimed, reason } = claim
  const items = goods.map(({ goodsItem, returned, of }) =>
    say(
      returned === undefined || of === undefined
        ? words.item1(goodsItem)
        : words.share(goodsItem, returned, of),
    ),
  )
  return (
    <Section title={say(words.claim)}>
      <Facts
        facts={[
          {
            name: say(words.basis),
            value: say(claimBasisWords[basis] ?? { en: basis, zh: basis }),
          },
          {
            name: say(basis === 'overpaid' ? words.goods : words.goodsBack),
            value: items.join(', '),
          },
          { name: say(words.exported), value: exportMrn },
          { name: say(words.register), value: found && say(wordsOfExport(found)) },
          {
            name: say(words.destroyed),
            value: destruction && `${destruction.certificate}, ${day(destruction.on)}`,
          },
          {
            name: say(words.vat),
            value: say(isVatReclaimed ? words.vatOnReturn : words.vatClaimed),
          },
          { name: say(words.reason), value: <Words>{reason}</Words> },
        ]}
      />
    </Section>
  )
}

/** The register's word on an export stands beside the claim; it decides nothing. */
function wordsOfExport({
  isKnown,
  hasLeft,
  isOfImporter,
}: NonNullable<ShownThread['claimedExport']>): BilingualText {
  if (!isKnown) return words.exportUnknown
  const left = hasLeft ? words.exportLeft : words.exportNotLeft
  const whose = isOfImporter ? words.exportOfImporter : words.exportOfOther
  return { en: `${left.en}; ${whose.en}`, zh: `${left.zh}；${whose.zh}` }
}

function RulingPart({ ruling }: { readonly ruling: NonNullable<ShownThread['ruling']> }) {
  const say = useSay()
  const { proposedCode, proposedOrigin, uses, materials, goodsDescription } = ruling
  return (
    <Section title={say(words.ruling)}>
      <Facts
        facts={[
          { name: say(words.about), value: say(words[ruling.ruling]) },
          { name: say(words.proposed), value: proposedCode ?? proposedOrigin },
          { name: say(words.goods), value: <Words>{goodsDescription}</Words> },
          { name: say(words.uses), value: uses && <Words>{uses}</Words> },
          { name: say(words.materials), value: materials && <Words>{materials}</Words> },
        ]}
      />
    </Section>
  )
}

function AppealPart({ thread }: { readonly thread: ShownThread }) {
  const say = useSay()
  const { day } = useFormats()
  const { appeal, appealed } = thread
  if (appeal === undefined) return null
  return (
    <Section title={say(words.appeal)}>
      <Facts
        facts={[
          { name: say(words.decision), value: say(appealedWords[appeal.decision]) },
          { name: say(words.decidedOn), value: day(appeal.decidedOn) },
          { name: say(words.decidedBy), value: appealed?.decidedBy ?? appealed?.thread },
          { name: say(words.grounds), value: <Words>{appeal.grounds}</Words> },
          { name: say(words.wanted), value: <Words>{appeal.wanted}</Words> },
          { name: say(words.late), value: appeal.lateReason && <Words>{appeal.lateReason}</Words> },
        ]}
      />
    </Section>
  )
}

function Words({ children }: { readonly children: string }) {
  return (
    <Text span size="sm" className={styles.words}>
      {children}
    </Text>
  )
}
