import {
  addDecimals,
  compareDecimals,
  multiplyDecimals,
  decimal,
  type DecimalText,
} from '../../customs/money/decimal.ts'
import type { KnownDefermentAccount } from '../rules/check.ts'

/** A deferment account with its money, as settlement needs it; amounts in pounds. */
export interface DefermentAccount extends KnownDefermentAccount {
  readonly number: string
  /** The most that may be owed at any time. */
  readonly limitGbp: DecimalText
  /** What is owed now, of all declarations together; repayments lower it. */
  readonly owedGbp: DecimalText
}

/**
 * The deferment accounts of one transaction, locked for it. Several lodgements of a batch may
 * charge the same account one after the other, so the book keeps what is owed up to date and tells
 * at the end which accounts have changed.
 */
export class AccountBook {
  readonly #accounts: Map<string, DefermentAccount>
  readonly #changed = new Set<string>()

  constructor(accounts: readonly DefermentAccount[]) {
    this.#accounts = new Map(accounts.map((account) => [account.number, account]))
  }

  find(number: string): DefermentAccount | undefined {
    return this.#accounts.get(number)
  }

  /** Whether an account exists, is active and has room for an amount. */
  covers(number: string, amountGbp: DecimalText): boolean {
    const account = this.#accounts.get(number)
    if (account === undefined || account.state !== 'active') return false
    return compareDecimals(addDecimals(account.owedGbp, amountGbp), account.limitGbp) <= 0
  }

  /** Books an amount, negative to give money back. */
  book(number: string, amountGbp: DecimalText): void {
    const account = this.#accounts.get(number)
    if (account === undefined) throw new Error(`there is no deferment account ${number}`)
    this.#accounts.set(number, { ...account, owedGbp: addDecimals(account.owedGbp, amountGbp) })
    this.#changed.add(number)
  }

  changes(): readonly DefermentAccount[] {
    return [...this.#changed].map((number) => this.#accounts.get(number)!)
  }
}

/** The same amount the other way round: a repayment of a charge, a charge of a repayment. */
export function negated(amount: DecimalText): DecimalText {
  return multiplyDecimals(amount, decimal('-1'))
}
