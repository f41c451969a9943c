import { useSay } from '../../kit/words/LanguageProvider.tsx'
import type { ShownDossier } from './dossier-query.ts'

type KeptGoods = ShownDossier['keptGoods'][number]

const words = {
  item: (sequence: number) => ({ en: `item ${sequence}`, zh: `第 ${sequence} 项` }),
  pieces: (sequence: number, kept: string, of: string) => ({
    en: `${kept} of ${of} pieces of item ${sequence}`,
    zh: `第 ${sequence} 项 ${of} 件中的 ${kept} 件`,
  }),
  named: (number: number, goods: readonly { en: string; zh: string }[]) => ({
    en: `${number}: ${goods.map(({ en }) => en).join(', ')}`,
    zh: `${number}：${goods.map(({ zh }) => zh).join('、')}`,
  }),
}

/** How goods that were kept back are called. */
export function useKeptGoodsName(): (goods: KeptGoods) => string {
  const say = useSay()
  return ({ number, items }) =>
    say(
      words.named(
        number,
        items.map(({ sequence, kept, of }) =>
          kept === undefined || of === undefined
            ? words.item(sequence)
            : words.pieces(sequence, kept, of),
        ),
      ),
    )
}
