import type { BilingualText } from '../../customs/bilingual-text.ts'

/** What was exchanged with customs, as `/v1/cases/:id/messages` answers it. */
export interface Exchange {
  readonly sent: readonly SentMessage[]
  readonly received: readonly ReceivedMessage[]
}

interface SentMessage {
  readonly id: string
  readonly kind:
    | 'declaration'
    | 'supplementary'
    | 'arrival'
    | 'cancellation'
    | 'amendment'
    | 'document'
    | 'letter'
  readonly state: 'due' | 'sending' | 'unknown' | 'sent' | 'refused' | 'dead' | 'set-aside'
  readonly attempts: number
  readonly lastError?: string
  readonly createdAt: string
  readonly sentAt?: string
  readonly body: string
}

interface ReceivedMessage {
  readonly id: string
  readonly functionCode: string
  readonly explanation: BilingualText
  readonly receivedAt: string
  readonly body: string
}

/** What was told to people and systems, as `/v1/deliveries` answers it. */
export interface Delivery {
  readonly id: string
  readonly kind: 'webhook' | 'email'
  readonly type: string
  /** What it tells of; absent from a trial of an endpoint. */
  readonly title?: BilingualText
  readonly caseId?: string
  readonly state: 'due' | 'delivered' | 'dead'
  readonly attempts: number
  readonly createdAt: string
}

/** A message on the stage: between which sides it went, what it says, how it fares. */
export interface StageMessage {
  readonly id: string
  readonly way: 'to-customs' | 'from-customs' | 'to-shopper'
  readonly at: string
  readonly title: BilingualText
  readonly explanation: BilingualText
  /** `waiting` has not arrived yet, `doubtful` may have. */
  readonly standing: 'arrived' | 'waiting' | 'doubtful' | 'lost'
  readonly attempts: number
  /** Why the latest attempt failed, where one has. */
  readonly lastError?: string
  /** Where the exact bytes are; a mail is kept in the mail folder of the installation instead. */
  readonly body?: string
}

/** All messages of a case in the order in which they came to be. */
export function stageMessages(
  { sent, received }: Exchange,
  deliveries: readonly Delivery[],
): readonly StageMessage[] {
  const all = [...sent.map(ofSent), ...received.map(ofReceived), ...deliveries.map(ofDelivery)]
  return all.sort((one, other) => one.at.localeCompare(other.at) || one.id.localeCompare(other.id))
}

function ofSent(message: SentMessage): StageMessage {
  const { id, kind, state, attempts, lastError, createdAt, body } = message
  return {
    ...{ id, at: createdAt, attempts, body },
    way: 'to-customs',
    ...sentWords[kind],
    standing: standingOfSent[state],
    ...(lastError !== undefined && state !== 'sent' && { lastError }),
  }
}

const standingOfSent = {
  due: 'waiting',
  sending: 'waiting',
  unknown: 'doubtful',
  sent: 'arrived',
  refused: 'lost',
  dead: 'lost',
  'set-aside': 'lost',
} as const satisfies Record<SentMessage['state'], StageMessage['standing']>

function ofReceived(message: ReceivedMessage): StageMessage {
  const { id, functionCode, explanation, receivedAt, body } = message
  return {
    ...{ id, at: receivedAt, explanation, body },
    way: 'from-customs',
    title: { en: `Notification ${functionCode}`, zh: `海关通知 ${functionCode}` },
    standing: 'arrived',
    attempts: 1,
  }
}

function ofDelivery(delivery: Delivery): StageMessage {
  const { id, type, state, attempts, createdAt } = delivery
  const { title = { en: type, zh: type } } = delivery
  return {
    ...{ id, at: createdAt, title, attempts },
    way: 'to-shopper',
    explanation: {
      en: 'A mail in both languages, with the link to the page of the parcel. Without a mail server it lies in the mail folder of the installation.',
      zh: '中英文邮件，附包裹查询链接。未配置邮件服务器时保存在安装目录的邮件文件夹中。',
    },
    standing: ({ due: 'waiting', delivered: 'arrived', dead: 'lost' } as const)[state],
  }
}

const sentWords: Readonly<
  Record<
    SentMessage['kind'],
    { readonly title: BilingualText; readonly explanation: BilingualText }
  >
> = {
  declaration: {
    title: { en: 'Declaration', zh: '报关单' },
    explanation: {
      en: 'The goods as they are stated to customs: who, what, from where, worth how much.',
      zh: '向海关申报的货物信息：当事方、品名、原产地、价值。',
    },
  },
  supplementary: {
    title: { en: 'Supplementary declaration', zh: '补充报关单' },
    explanation: {
      en: 'What completes a simplified declaration, after the goods were released on it.',
      zh: '货物凭简化申报放行后，补充完成该申报。',
    },
  },
  arrival: {
    title: { en: 'Arrival', zh: '到货通知' },
    explanation: {
      en: 'The goods that were declared before have landed; customs may accept the declaration.',
      zh: '事先申报的货物已到港，海关可以接受申报。',
    },
  },
  amendment: {
    title: { en: 'Request to amend', zh: '修改申请' },
    explanation: {
      en: 'Customs is asked to change the declaration that it has.',
      zh: '请求海关修改已收到的报关单。',
    },
  },
  cancellation: {
    title: { en: 'Request to withdraw', zh: '撤销申请' },
    explanation: {
      en: 'Customs is asked to make the declaration invalid.',
      zh: '请求海关将报关单作废。',
    },
  },
  document: {
    title: { en: 'Paper', zh: '文件' },
    explanation: { en: 'A paper that customs has asked for.', zh: '海关要求的文件。' },
  },
  letter: {
    title: { en: 'Letter', zh: '信函' },
    explanation: { en: 'A letter to customs, in words.', zh: '致海关的信函。' },
  },
}
