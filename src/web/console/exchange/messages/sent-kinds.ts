import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import type { ExchangeMessageView } from '../../../../api/views/exchange-message-view.ts'

/** What kind of message it is. */
export const sentKinds: Readonly<Record<ExchangeMessageView['kind'], BilingualText>> = {
  declaration: { en: 'Declaration', zh: '报关单' },
  supplementary: { en: 'Supplementary declaration', zh: '补充报关单' },
  arrival: { en: 'Arrival notification', zh: '到货通知' },
  amendment: { en: 'Amendment', zh: '修改申请' },
  cancellation: { en: 'Cancellation', zh: '撤销申请' },
  document: { en: 'Document', zh: '单证' },
  letter: { en: 'Letter', zh: '信函' },
}
