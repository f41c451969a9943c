import type { BilingualText } from '../../customs/bilingual-text.ts'

/** The ledger's account from which customs were paid. */
export function accountText(how: string): BilingualText {
  const [kind, number] = how.split(':')
  return kind === 'deferment' && number !== undefined
    ? { en: `deferment account ${number}`, zh: `延期付款账户 ${number} ` }
    : { en: 'the bank account', zh: '银行账户' }
}
