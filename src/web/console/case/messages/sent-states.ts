import type { CaseMessages } from '../../../../api/messages.ts'
import type { BilingualText } from '../../../../customs/bilingual-text.ts'

/** What became of a message of ours. */
export const sentStates: Readonly<Record<CaseMessages['sent'][number]['state'], BilingualText>> = {
  due: { en: 'Waits to be sent', zh: '等待发送' },
  sending: { en: 'Is being sent', zh: '正在发送' },
  unknown: { en: 'Sent, answer lost', zh: '已发出，应答丢失' },
  sent: { en: 'Taken in by customs', zh: '海关已接收' },
  refused: { en: 'Not taken in', zh: '海关未接收' },
  dead: { en: 'Given up', zh: '已放弃发送' },
  'set-aside': { en: 'Set aside', zh: '已搁置' },
}
