import type { BilingualText } from '../bilingual-text.ts'
import type { Declaration } from './declaration.ts'
import { byRule, type Draft, type Drafted, from } from './draft.ts'
import type { PartyFacts } from './fill-input.ts'
import type { GoodsItem } from './goods-item.ts'
import type { Agent } from './party.ts'

/** What names a declaration. */
interface HeadFacts {
  readonly lrn: string
  /** Declaration type and additional type, and in words why they are these. */
  readonly typeCode: string
  readonly typeNote: BilingualText
}

/** What every original declaration begins with, elements 1/1, 1/2, 1/9 and 2/5. */
export function fillHead(
  { lrn, typeCode, typeNote }: HeadFacts,
  goodsItems: readonly unknown[],
): Pick<Drafted<Declaration>, 'functionCode' | 'lrn' | 'typeCode' | 'goodsItemQuantity'> {
  return {
    functionCode: byRule({ en: '9 is an original declaration.', zh: '9 表示首次申报。' }, '9'),
    lrn: byRule({ en: 'Our reference for this lodgement.', zh: '我方本次申报的编号。' }, lrn),
    typeCode: byRule(typeNote, typeCode),
    goodsItemQuantity: byRule(
      { en: 'Counted from the goods items.', zh: '按货物项数计。' },
      goodsItems.length,
    ),
  }
}

/** Why an import has its type. */
export const importType: BilingualText = {
  en: 'Import, with the additional type asked for.',
  zh: '进口，附所要求的补充类型。',
}

/** Who acts for the importer, element 3/21; nobody where the importer declares. */
export function fillAgent(representation: PartyFacts['representation']): Draft<Agent> | undefined {
  if (representation.kind === 'self') return undefined
  return from(representation, { functionCode: representation.kind === 'direct' ? '2' : '3' })
}

/** The number of a member among its kind. */
export function fillNumber(number: number): Draft<GoodsItem['sequenceNumber']> {
  return byRule({ en: 'Counted from 1.', zh: '从 1 起编号。' }, number)
}
