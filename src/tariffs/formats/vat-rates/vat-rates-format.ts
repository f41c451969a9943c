import type { KnownCodes } from '../../../customs/order/known-codes.ts'
import { success } from '../../../customs/result.ts'
import { ofOneFile } from '../of-one-file.ts'
import { requiredTitle } from '../required-title.ts'
import type { TariffFormat } from '../tariff-format.ts'
import { FileOfVatRates } from './file-of-vat-rates.ts'

/** Rates of VAT, GST and the like of any countries: each row says whose it is. */
export function vatRatesFormat(knownCodes: KnownCodes): TariffFormat {
  return {
    name: 'vat-rates',
    territories: ['world'],
    editionOf: 'each-file',
    summary:
      'rates of VAT and GST of any countries, a table (docs/vat-rates.md) or a JSON collection',
    open: ofOneFile((file) => {
      const title = requiredTitle(file)
      return title.ok ? success(new FileOfVatRates(title.value, knownCodes)) : title
    }),
  }
}
