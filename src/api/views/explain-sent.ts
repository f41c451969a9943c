import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Declaration } from '../../customs/declaration/declaration.ts'
import { readDeclaration } from '../../customs/formats/uk-cds/read-declaration.ts'
import { moneyText } from '../../customs/money/money-text.ts'
import type { Row } from '../../platform/postgres/index.ts'

const meanings = {
  declaration: { en: 'We declare the goods for import.', zh: '我方申报货物进口。' },
  supplementary: {
    en: 'We complete the simplified declaration on which the goods were released.',
    zh: '我方提交补充申报，完成放行所依据的简化申报。',
  },
  arrival: {
    en: 'We tell customs that the goods declared in advance have arrived.',
    zh: '我方通知海关：提前申报的货物已到港。',
  },
  cancellation: {
    en: 'We ask customs to invalidate the declaration.',
    zh: '我方申请海关撤销报关单。',
  },
  amendment: {
    en: 'We ask customs to amend the declaration.',
    zh: '我方申请海关修改报关单。',
  },
  document: {
    en: 'We send customs a document that they have asked for.',
    zh: '我方提交海关要求的单证。',
  },
  letter: { en: 'We write a letter to customs.', zh: '我方致函海关。' },
} as const satisfies Readonly<Record<Row<'exchange_message'>['kind'], BilingualText>>

type SentKind = Row<'exchange_message'>['kind']

/** Every kind of message that we send. */
export const sentKinds = Object.keys(meanings) as readonly SentKind[]

/** What a kind of message is for, where its bytes are not looked into. */
export function meaningOfKind(kind: SentKind): BilingualText {
  return meanings[kind]
}

/**
 * What a message of ours says, in one sentence. Of a declaration it is read from the exact bytes that
 * were sent; after these were erased only its kind can be told.
 */
export function explainSent({
  kind,
  body,
}: Pick<Row<'exchange_message'>, 'kind' | 'body'>): BilingualText {
  if (kind !== 'declaration' || body.length === 0) return meanings[kind]
  const declaration = readDeclaration(body)
  return declaration.ok ? declarationMeaning(declaration.value) : meanings.declaration
}

function declarationMeaning({ typeCode, goodsItemQuantity, invoiceAmount }: Declaration) {
  if (goodsItemQuantity === undefined || invoiceAmount === undefined) return meanings.declaration
  const invoiced = moneyText(invoiceAmount)
  const hasArrived = typeCode?.endsWith('A') === true
  const items = goodsItemQuantity === 1 ? 'item' : 'items'
  return {
    en:
      `We declare ${goodsItemQuantity} goods ${items}, invoiced at ${invoiced}, for import; ` +
      (hasArrived ? 'the goods have arrived.' : 'the goods are still on their way.'),
    zh:
      `我方申报进口 ${goodsItemQuantity} 项货物，发票金额 ${invoiced}；` +
      (hasArrived ? '货物已到港。' : '货物仍在途中。'),
  }
}
