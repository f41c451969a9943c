import { Anchor, Badge, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import type { CaseView } from '../../../../api/views/case-view.ts'
import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import styles from '../charges/Comparison.module.css'
import { SectionCard } from '../SectionCard.tsx'

type KeptGoodsView = CaseView['keptGoods'][number]

const words = {
  title: { en: 'Goods kept by customs', zh: '海关留置的货物' },
  lead: {
    en: 'Customs let the other goods of the declaration go without these. What is due covers what goes.',
    zh: '海关放行其余货物，仅留置以下货物。应缴税费仅就放行的货物计算。',
  },
  item: (item: number) => ({ en: `Item ${item}`, zh: `第 ${item} 项` }),
  pieces: (item: number, kept: string, of: string) => ({
    en: `Item ${item}: ${kept} of ${of} pieces`,
    zh: `第 ${item} 项：${of} 件中的 ${kept} 件`,
  }),
  keptOn: (day: string) => ({ en: `Kept on ${day}.`, zh: `留置日期 ${day}。` }),
  decidedOn: (day: string) => ({ en: `Decided on ${day}.`, zh: `处理日期 ${day}。` }),
  review: (day: string) => ({
    en: `A review can be asked for until ${day}.`,
    zh: `可在 ${day} 前申请复核。`,
  }),
  letter: { en: 'The letter', zh: '查看信函' },
}

const standings: Readonly<
  Record<KeptGoodsView['as'] | 'restored' | NonNullable<KeptGoodsView['became']>, BilingualText>
> = {
  detained: { en: 'detained', zh: '已留置' },
  seized: { en: 'seized', zh: '已扣押' },
  restored: { en: 'given back', zh: '已发还' },
  forfeited: { en: 'forfeited', zh: '已没收' },
  destroyed: { en: 'destroyed', zh: '已销毁' },
}

/** What customs keep while the rest goes, why, and what became of it; nothing where they never did. */
export function KeptGoods({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { keptGoods } = useSuspenseQuery(caseQueries.view(caseId)).data
  if (keptGoods.length === 0) return null
  return (
    <SectionCard title={say(words.title)} lead={say(words.lead)}>
      <ul className={styles.taxes}>
        {keptGoods.map((goods) => (
          <KeptLine key={goods.keptId} goods={goods} />
        ))}
      </ul>
    </SectionCard>
  )
}

function KeptLine({ goods }: { readonly goods: KeptGoodsView }) {
  const say = useSay()
  const { day } = useFormats()
  const { items, reason, law, keptOn, decidedBecause, decidedOn, reviewBy, threadId } = goods
  return (
    <li className={styles.tax}>
      <Text fw={600} size="sm">
        {items
          .map(({ itemNumber, kept, of }) =>
            say(
              kept === undefined || of === undefined
                ? words.item(itemNumber)
                : words.pieces(itemNumber, kept, of),
            ),
          )
          .join(' · ')}{' '}
        <Badge variant="light" c="var(--mantine-color-text)">
          {say(standings[standingOf(goods)])}
        </Badge>
      </Text>
      <Text size="sm">
        {say(words.keptOn(day(keptOn)))} {reason}
      </Text>
      {decidedOn !== undefined && (
        <Text size="sm">
          {say(words.decidedOn(day(decidedOn)))} {decidedBecause}
        </Text>
      )}
      <Text size="sm" lang="en">
        {law}
      </Text>
      <Text size="sm" className={styles.why}>
        {reviewBy !== undefined && say(words.review(day(reviewBy)))}{' '}
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to={`/correspondence/${threadId}`} {...props} />}
        >
          {say(words.letter)}
        </Anchor>
      </Text>
    </li>
  )
}

function standingOf({ state, as, became }: KeptGoodsView): keyof typeof standings {
  if (state === 'kept') return as
  return state === 'lost' && became !== undefined ? became : 'restored'
}
