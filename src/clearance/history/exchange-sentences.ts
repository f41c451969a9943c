import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { ImportAdditionalType } from '../../customs/declaration/declaration-type.ts'
import { dataElementOfField } from '../../customs/formats/uk-cds/data-element.ts'
import { messageKinds, wordFor } from './event-words.ts'
import { always, inTheirWords, type SentencesFor } from './sentence.ts'

const handedIn: Readonly<Record<ImportAdditionalType, BilingualText>> = {
  A: {
    en: 'The declaration was handed in for goods that have arrived (type A).',
    zh: '货物已到港，已提交报关单（A 类）。',
  },
  C: {
    en: 'The simplified declaration was handed in for goods that have arrived (type C).',
    zh: '货物已到港，已提交简化报关单（C 类）。',
  },
  D: {
    en: 'The declaration was handed in before the goods arrive (type D).',
    zh: '已在货物到港前提交报关单（D 类）。',
  },
  F: {
    en: 'The simplified declaration was handed in before the goods arrive (type F).',
    zh: '已在货物到港前提交简化报关单（F 类）。',
  },
}

/** The declaration, and the messages that carry it. */
export const exchangeSentences: SentencesFor<
  | 'declaration-filled'
  | 'declaration-sent'
  | 'message-delivered'
  | 'message-refused'
  | 'message-outcome-unknown'
  | 'message-dead'
  | 'message-set-aside'
  | 'notification-received'
  | 'declaration-facts-learned'
  | 'arrival-notified'
> = {
  'declaration-filled': ({ lrn }) => ({
    en: `The declaration was filled under the reference ${lrn}.`,
    zh: `已填制报关单，参考号 ${lrn}。`,
  }),
  'declaration-sent': ({ additionalType }) => handedIn[additionalType],
  'message-delivered': ({ kind }) => {
    const name = wordFor(messageKinds, kind)
    return { en: `Customs have taken in our ${name.en}.`, zh: `海关已接收我方${name.zh}。` }
  },
  'message-refused': ({ errors }) => {
    const refused = { en: 'Customs did not take in a message', zh: '海关未接收报文' }
    return inTheirWords(refused, errors.map(({ message }) => message).join(' '))
  },
  'message-outcome-unknown': always(
    'A message was sent and no answer came; customs are asked whether they have it.',
    '报文已发出但未收到应答，正在向海关查询是否已收到。',
  ),
  'message-dead': ({ why }) =>
    inTheirWords(
      { en: 'A message was given up after many attempts', zh: '多次尝试后已放弃发送报文' },
      why,
    ),
  'message-set-aside': ({ reason }) =>
    inTheirWords(
      {
        en: 'A message that was given up was set aside and is not sent any more',
        zh: '已放弃发送的报文被搁置，不再发送',
      },
      reason,
    ),
  'notification-received': ({ explanation }) => explanation,
  'declaration-facts-learned': always(
    'Customs told a fact of the declaration late.',
    '海关补充告知了报关单的一项事实。',
  ),
  'arrival-notified': always(
    'The arrival of the goods was passed on to customs.',
    '已将货物到港通知海关。',
  ),
}

/** What the authority decided about the declaration. */
export const decisionSentences: SentencesFor<
  | 'declaration-rejected'
  | 'declaration-registered'
  | 'declaration-accepted'
  | 'declaration-expired'
  | 'declaration-invalidated'
  | 'entry-refused'
  | 'goods-seized'
  | 'goods-released'
  | 'file-closed'
  | 'goods-exited'
  | 'request-made'
  | 'request-granted'
  | 'request-denied'
> = {
  'declaration-rejected': ({ errors }) => ({
    en: `Customs rejected the declaration for ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}.`,
    zh: `海关退回报关单，共 ${errors.length} 处错误。`,
  }),
  'declaration-registered': ({ mrn }) => ({
    en: `Customs registered the declaration as ${mrn}; it waits for the goods.`,
    zh: `海关已登记报关单，编号 ${mrn}，等待货物到港。`,
  }),
  'declaration-accepted': ({ mrn }) => ({
    en: `Customs accepted the declaration ${mrn}; duty and VAT are owed from this moment.`,
    zh: `海关已接受报关单 ${mrn}，自此产生纳税义务。`,
  }),
  'declaration-expired': ({ reason }) =>
    inTheirWords({ en: 'The declaration lapsed', zh: '报关单已失效' }, reason),
  'declaration-invalidated': ({ reason }) =>
    inTheirWords({ en: 'The declaration was invalidated', zh: '报关单已撤销' }, reason),
  'entry-refused': ({ reason }) =>
    inTheirWords({ en: 'Customs refused entry of the goods', zh: '海关拒绝货物入境' }, reason),
  'goods-seized': ({ reason }) =>
    inTheirWords({ en: 'Customs seized the goods', zh: '海关扣押了货物' }, reason),
  'goods-released': always('Customs released the goods.', '海关已放行货物。'),
  'file-closed': always('Customs closed their file.', '海关已结案。'),
  'goods-exited': always('The goods have left the country.', '货物已离境。'),
  'request-made': ({ kind, about, reason, proposal }) => {
    const asked: Asked = about ?? 'declaration'
    return inTheirWords(
      kind === 'invalidation'
        ? invalidationAsked[asked]
        : amendmentAsked(asked, proposal?.fields ?? []),
      reason,
    )
  },
  'request-granted': always('Customs granted the request.', '海关已批准申请。'),
  'request-denied': ({ why }) =>
    inTheirWords({ en: 'Customs denied the request', zh: '海关拒绝了申请' }, why),
}

/** Which declaration is asked about. */
type Asked = 'declaration' | 'supplementary'

const invalidationAsked: Readonly<Record<Asked, BilingualText>> = {
  declaration: { en: 'Customs were asked to invalidate the declaration', zh: '已申请撤销报关单' },
  supplementary: {
    en: 'Customs were asked to invalidate the supplementary declaration',
    zh: '已申请撤销补充申报',
  },
}

const amended: Readonly<Record<Asked, BilingualText>> = {
  declaration: { en: 'Customs were asked to amend the declaration', zh: '已申请修改报关单' },
  supplementary: {
    en: 'Customs were asked to amend the supplementary declaration',
    zh: '已申请修改补充申报',
  },
}

/** The data elements that change, each once however many items have it. */
function amendmentAsked(about: Asked, fields: readonly string[]): BilingualText {
  const names = new Map(
    fields.flatMap((path) => {
      const element = dataElementOfField(path)
      return element === undefined ? [] : [[element.number, element.name] as const]
    }),
  )
  const listed = {
    en: [...names.values()].map(({ en }) => en),
    zh: [...names.values()].map(({ zh }) => zh),
  }
  const end = { en: listed.en.join(', '), zh: listed.zh.join('、') }
  return {
    en: `${amended[about].en}${end.en && ` (${end.en})`}`,
    zh: `${amended[about].zh}${end.zh && `（${end.zh}）`}`,
  }
}
