import { isXmlText } from '../../xml/write-xml.ts'
import type { Breach, DeclarationRule } from './rule.ts'
import { dataSets } from './data-set.ts'
import { messageGuide } from './rule-sources.ts'

/** Rules about text anywhere in the declaration. */
export const textRules: readonly DeclarationRule[] = [
  {
    id: 'characters-can-be-sent',
    severity: 'error',
    dataElement: 'all',
    asks: {
      en: 'Text has only characters that a message can carry.',
      zh: '文本只含报文可以传送的字符。',
    },
    source: messageGuide,
    dataSets,
    errorCodes: ['CDS10010'],
    mend: {
      en: 'Remove control characters; they often come with text copied from elsewhere.',
      zh: '请删除控制字符；它们常随复制的文本带入。',
    },
    breaches: (declaration) => unsendable(declaration, ''),
  },
]

/** Whether all text can be sent: nearly always so, and no path is put together for it. */
function isSendable(value: unknown): boolean {
  if (typeof value === 'string') return isXmlText(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(isSendable)
}

/** Field names and positions need no escape, so the path is built by hand. */
function unsendable(value: unknown, path: string): readonly Breach[] {
  if (isSendable(value)) return []
  if (typeof value !== 'object' || value === null) {
    return [
      {
        path,
        message: {
          en: 'The text has characters that no message can carry.',
          zh: '文本含有报文无法传送的字符。',
        },
      },
    ]
  }
  return Object.entries(value).flatMap(([key, inner]) => unsendable(inner, `${path}/${key}`))
}
