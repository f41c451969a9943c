import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import { nameIn, providers } from '../paper-names.ts'

/** What people call an account of the ledger, such as `receivable:seller`. */
export function accountName(account: string): BilingualText {
  const [kind, whose = ''] = account.split(':')
  switch (kind) {
    case 'owed-to-customs':
      return { en: 'Owed to customs', zh: '应付海关' }
    case 'security-at-customs':
      return { en: 'Security held by customs', zh: '存于海关的保证金' }
    case 'penalties':
      return { en: 'Penalties', zh: '罚款支出' }
    case 'bank':
      return { en: 'Bank', zh: '银行存款' }
    case 'receivable': {
      const payer = nameIn(providers, whose)
      return { en: `Owed by the payer: ${payer.en}`, zh: `应收款项：${payer.zh}` }
    }
    case 'deferment':
      return { en: `Deferment account ${whose}`, zh: `延期付款账户 ${whose}` }
    default:
      return { en: account, zh: account }
  }
}
