import { eachFailureOnce } from '../landed-cost/each-failure-once.ts'
import { missingRatesOnce } from '../landed-cost/missing-rates-once.ts'
import {
  failure,
  type Failure,
  type Failures,
  type FailureWording,
  type Result,
} from '../result.ts'

/**
 * What a sale fails with, each at its place in the consignment that the sale was made of and named
 * once: a missing code, for one, is found by the lane and by the tariff, but has to be mended once.
 * Where the remedy is a fact that only a sale can state, it is replaced by what helps an order.
 */
export function failuresOfConsignment(failures: Failures): Result<never> {
  const [first, ...others] = failures
  const told = [inConsignment(first), ...others.map(inConsignment)]
  const [once = inConsignment(first), ...rest] = eachFailureOnce(told)
  return missingRatesOnce(failure(once, ...rest))
}

function inConsignment(found: Failure): Failure {
  const path = pathInConsignment(found)
  const mend = mendOf(found)
  if (mend === undefined) return { ...found, path }
  const { message, zh = { message } } = found
  return { ...found, path, mend: mend.en, zh: { ...zh, mend: mend.zh } }
}

/** A sale calls by other names what a consignment says of its items, its agent and its day. */
function pathInConsignment({ code, path }: Failure): string {
  return (
    path
      .replace(/^\/on$/, '')
      .replace(/^\/adjustments\/0\/amount/, '/agentFee')
      .replace(/^\/lines\//, '/goodsItems/')
      // A rate of VAT that cannot be claimed stands in a fact of its own.
      .replace(/\/additionalCodes$/, code === 'invalid-input' ? '/vatRelief' : '/additionalCodes')
  )
}

/** A remedy in both languages, where that of the sale would not help. */
function mendOf({ code }: Failure): Record<'en' | 'zh', FailureWording['message']> | undefined {
  if (code === 'exchange-rate-missing') return loadTheRates
  return code === 'unknown-commodity-code' ? checkTheCode : undefined
}

const loadTheRates = {
  en: 'Load the rates that the authority published for that month, or invoice in its currency.',
  zh: '请载入海关公布的该月汇率，或以海关所用货币开具发票。',
}

const checkTheCode = {
  en: 'Check the code in the UK Trade Tariff, or import an edition of the tariff that holds it.',
  zh: '请在英国税则（UK Trade Tariff）中核对该编码，或导入含有该编码的税则版本。',
}
