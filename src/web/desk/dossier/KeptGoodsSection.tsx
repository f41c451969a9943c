import { Badge, Text } from '@mantine/core'

import type { KeptState } from '../../../authority/kept/kept-goods.ts'
import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { colon } from '../../kit/words/colon.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { Section } from '../Section.tsx'
import { actorWord } from '../terms/history.ts'
import styles from './dossier.module.css'
import type { ShownDossier } from './dossier-query.ts'
import { useKeptGoodsName } from './kept-goods-name.ts'

const words = {
  title: { en: 'Goods kept back', zh: '留置的货物' },
}

const stateWords: Readonly<Record<KeptState, BilingualText>> = {
  detained: { en: 'detained', zh: '已留置' },
  seized: { en: 'seized', zh: '已扣押' },
  restored: { en: 'given back', zh: '已发还' },
  forfeited: { en: 'forfeited', zh: '已没收' },
  destroyed: { en: 'destroyed', zh: '已销毁' },
}

/** Which goods are kept while the rest goes, and what became of them; nothing where all may go. */
export function KeptGoodsSection({ dossier }: { readonly dossier: ShownDossier }) {
  const say = useSay()
  const nameOf = useKeptGoodsName()
  if (dossier.keptGoods.length === 0) return null
  return (
    <Section title={say(words.title)}>
      <ul className={styles.lines}>
        {dossier.keptGoods.map((goods) => (
          <li key={goods.number}>
            <Text fw={600}>
              {nameOf(goods)}{' '}
              <Badge
                variant="light"
                color={goods.state === 'detained' || goods.state === 'seized' ? 'orange' : 'gray'}
                c="var(--mantine-color-text)"
              >
                {say(stateWords[goods.state])}
              </Badge>
            </Text>
            <Text size="sm" c="dimmed">
              {say(actorWord(goods.keptBy))} · <InstantText at={goods.keptAt} />
            </Text>
            <Text size="sm">{goods.reason}</Text>
            {goods.movedBy !== null && goods.movedAt !== null && (
              <Text size="sm">
                {say(actorWord(goods.movedBy))} · <InstantText at={goods.movedAt} />
                {say(colon)}
                {goods.movedBecause}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
