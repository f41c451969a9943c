import type { BilingualText } from '../../../customs/bilingual-text.ts'
import type { SaleDraft } from './sale-draft.ts'

/** A sale that shows something, for readers who have none of their own yet. */
export interface Example {
  readonly id: string
  readonly name: BilingualText
  readonly draft: SaleDraft
}

const parcel: SaleDraft = {
  ...{ lines: [], currency: 'USD', from: 'CN', to: 'US', region: '', incoterm: 'DAP' },
  ...{ channel: 'courier', mode: '', purpose: 'sale', buyer: 'private-person' },
  ...{ registrations: '', freight: '8.00', insurance: '0', on: '', facts: {} },
}

const line = (code: string, origin: string, quantity: string, price: string) => ({
  ...{ code, origin, quantity, price },
})

/** Sales of the kinds that are asked for most; their codes are those of the starter tariff. */
export const examples: readonly Example[] = [
  {
    id: 'boutique',
    name: { en: 'A boutique order from Paris to London', zh: '巴黎精品店寄往伦敦' },
    draft: {
      ...parcel,
      ...{ currency: 'GBP', from: 'FR', to: 'GB', freight: '15.00', insurance: '2.50' },
      lines: [line('6104420000', 'FR', '2', '120.00'), line('4202221000', 'CN', '1', '95.00')],
    },
  },
  {
    id: 'us-post',
    name: { en: 'Postal parcel from China to the US', zh: '中国邮政包裹寄往美国' },
    draft: {
      ...parcel,
      ...{ region: 'CA', channel: 'post' },
      lines: [line('6109100012', 'CN', '2', '40.00')],
    },
  },
  {
    id: 'us-courier',
    name: { en: 'Courier parcel from China to the US', zh: '中国快递包裹寄往美国' },
    draft: {
      ...parcel,
      region: 'CA',
      lines: [line('6109100012', 'CN', '2', '40.00')],
    },
  },
  {
    id: 'us-freight',
    name: { en: 'Sea freight from Viet Nam to the US', zh: '越南海运到美国' },
    draft: {
      ...parcel,
      ...{ from: 'VN', channel: 'freight', mode: 'sea', buyer: 'business', freight: '600.00' },
      lines: [line('6109100012', 'VN', '1000', '6.00')],
    },
  },
  {
    id: 'eu',
    name: { en: 'Small parcel from China to Germany', zh: '中国小包裹寄往德国' },
    draft: {
      ...parcel,
      ...{ currency: 'EUR', to: 'DE', channel: 'post', incoterm: 'DDP', registrations: 'IOSS' },
      freight: '4.00',
      lines: [line('6109100010', 'CN', '1', '19.90'), line('8518300090', 'CN', '1', '35.00')],
    },
  },
  {
    id: 'gb',
    name: { en: 'Headphones from China to Britain', zh: '中国耳机寄往英国' },
    draft: {
      ...parcel,
      ...{ currency: 'GBP', to: 'GB', freight: '6.00' },
      lines: [line('8518300090', 'CN', '1', '149.00')],
    },
  },
]
