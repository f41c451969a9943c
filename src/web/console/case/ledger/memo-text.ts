import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import { taxTypeName } from '../../../../customs/duty/tax-type-words.ts'

const deeds: Readonly<Record<string, BilingualText>> = {
  assessed: { en: 'assessed', zh: '核定' },
  lowered: { en: 'lowered', zh: '调减' },
  paid: { en: 'paid', zh: '缴纳' },
  refunded: { en: 'refunded', zh: '退还' },
  secured: { en: 'secured', zh: '保证金缴纳' },
  returned: { en: 'security returned', zh: '保证金退还' },
  taken: { en: 'security taken as duty', zh: '保证金转为税款' },
  imposed: { en: 'imposed', zh: '处以' },
  withdrawn: { en: 'withdrawn', zh: '撤回' },
  'not owed': { en: 'not owed', zh: '不再应缴' },
}

const penalty: BilingualText = { en: 'Penalty', zh: '罚款' }

/** What a posting is for; the record's own words where they follow no known form. */
export function memoText(memo: string): BilingualText {
  const settled = /^settled, (.*)$/.exec(memo)?.[1]
  if (settled !== undefined) return { en: `Settled (${settled})`, zh: `付款人结清（${settled}）` }
  const [, code = '', deed = ''] = /^(\S+) (.+)$/.exec(memo) ?? []
  const what = deeds[deed]
  if (what === undefined) return { en: memo, zh: memo }
  const tax = code === 'penalty' ? penalty : taxTypeName(code)
  return { en: `${tax.en} ${what.en}`, zh: `${tax.zh}${what.zh}` }
}
