import { failure, type Failure, type Result, success } from '../customs/result.ts'
import type { Row, TenantTransaction } from '../platform/postgres/index.ts'
import { type InboxPorts, type NotificationIdentity, storeOnce } from './inbox.ts'
import type { DecidedBy } from './message-decision.ts'
import { proofOf, type StrayProof } from './stray.ts'

/** A stray that a person has found to belong to a case. */
export interface StrayAssignment {
  readonly strayId: string
  readonly tenantId: string
  readonly caseId: string
  readonly reason?: string
}

type Stray = Row<'stray_notification'>

/**
 * Gives a stray to the case that it belongs to: it is stored as if it had been recognised when it
 * came, and whoever listens is told, all in the caller's transaction. Refused unless it can be read
 * and one of the references in it proves that it answers a message of this case, with no other
 * reference against it: a person may find what the machine has missed, but decides nothing without
 * proof.
 *
 * @returns whether it was news, or was known already because it had come again meanwhile
 */
export async function assignStray(
  ports: Pick<InboxPorts, 'clock' | 'read' | 'stored'>,
  transaction: TenantTransaction,
  { strayId, tenantId, caseId, reason }: StrayAssignment,
  by: DecidedBy,
): Promise<Result<{ readonly receipt: 'stored' | 'known' }>> {
  const stray = await lockOpen(transaction, strayId)
  if (!stray.ok) return stray
  const { channel, conversation_id, body } = stray.value
  const identity = ports.read(body)
  if (typeof identity === 'string') return failure(cannotBeRead(identity))
  const proof = await proofOf(transaction, withNames(stray.value, identity))
  const objection = await objectionTo(transaction, { proof, identity, caseId })
  if (objection !== undefined || proof === undefined) return failure(objection ?? noProof)
  const conversation = conversation_id === null ? {} : { conversationId: conversation_id }
  const isNews = await storeOnce(ports, transaction, {
    incoming: { channel, bytes: body, ...conversation },
    identity,
    addressee: { tenantId, messageId: proof.messageId, caseId },
  })
  if (isNews) await ports.stored(transaction, { tenantId, caseId })
  const settled = { outcome: 'assigned', case_id: caseId, settled_why: reason ?? null } as const
  await settle(transaction, strayId, settled, by)
  return success({ receipt: isNews ? 'stored' : 'known' })
}

/** Sets a stray aside for a reason that stays on record: nobody has to look at it any more. */
export async function setStrayAside(
  transaction: TenantTransaction,
  { strayId, reason }: { readonly strayId: string; readonly reason: string },
  by: DecidedBy,
): Promise<Result<{ readonly strayId: string }>> {
  const stray = await lockOpen(transaction, strayId, 'also-erased')
  if (!stray.ok) return stray
  await settle(transaction, strayId, { outcome: 'set-aside', settled_why: reason }, by)
  return success({ strayId })
}

async function lockOpen(
  transaction: TenantTransaction,
  strayId: string,
  which?: 'also-erased',
): Promise<Result<Stray>> {
  const stray = await transaction
    .selectFrom('stray_notification')
    .selectAll()
    .where('id', '=', strayId)
    .forUpdate()
    .executeTakeFirst()
  if (stray === undefined) return failure(noSuchStray(strayId))
  if (stray.outcome !== null) return failure(settledAlready)
  if (stray.erased_at !== null && which === undefined) return failure(erased)
  return success(stray)
}

/** One that was kept before its references were, or that a newer reader understands. */
function withNames(stray: Stray, { lrn, mrn }: NotificationIdentity): Stray {
  return { ...stray, lrn: lrn ?? stray.lrn, mrn: mrn ?? stray.mrn }
}

interface Claimed {
  readonly proof: StrayProof | undefined
  readonly identity: NotificationIdentity
  readonly caseId: string
}

async function objectionTo(
  transaction: TenantTransaction,
  { proof, identity, caseId }: Claimed,
): Promise<Failure | undefined> {
  if (proof === undefined) return noProof
  if (proof.caseId !== caseId) return answersAnother(proof)
  if (identity.lrn !== undefined && proof.by !== 'lrn') return foreignReference(identity.lrn)
  const known = await mrnOf(transaction, proof.messageId)
  const differs = identity.mrn !== undefined && known !== undefined && known !== identity.mrn
  return differs ? foreignReference(identity.mrn) : undefined
}

/** The MRN that earlier answers to the same message have named. */
async function mrnOf(
  transaction: TenantTransaction,
  messageId: string,
): Promise<string | undefined> {
  const rows = await transaction
    .selectFrom('exchange_notification')
    .select('parsed')
    .where('message_id', '=', messageId)
    .execute()
  return rows
    .map(({ parsed }) => (parsed as { readonly mrn?: unknown }).mrn)
    .find((mrn) => typeof mrn === 'string')
}

type Settlement = Partial<Pick<Row<'stray_notification'>, 'outcome' | 'case_id' | 'settled_why'>>

async function settle(
  transaction: TenantTransaction,
  strayId: string,
  settlement: Settlement,
  { actor, now }: DecidedBy,
): Promise<void> {
  await transaction
    .updateTable('stray_notification')
    .set({ ...settlement, settled_by: JSON.stringify(actor), settled_at: now })
    .where('id', '=', strayId)
    .execute()
}

/** The failure of a stray that is not there, or that nothing proves to be the asker's. */
export function noSuchStray(strayId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no stray notification ${strayId} that answers a message of yours.`,
    mend: 'List the strays to see their ids; others are for whoever runs the installation.',
    zh: {
      message: `没有答复您方报文的未归属通知 ${strayId}。`,
      mend: '请在未归属通知列表中查看编号；其余由系统管理员处理。',
    },
  }
}

const settledAlready: Failure = {
  code: 'conflict',
  path: '',
  message: 'Somebody has settled this stray notification already.',
  mend: 'Read it to see what was decided, by whom and why.',
  zh: { message: '该未归属通知已被处理。', mend: '请查看处理结果、处理人和原因。' },
}

const erased: Failure = {
  code: 'conflict',
  path: '',
  message:
    'The bytes of this stray notification were erased together with the personal data in them.',
  mend: 'It can only be set aside.',
  zh: { message: '该未归属通知的原文已随其中的个人数据一并删除。', mend: '只能将其搁置。' },
}

function cannotBeRead(why: string): Failure {
  return {
    code: 'conflict',
    path: '',
    message: `The stray notification cannot be read, so nothing follows from it: ${why}`,
    mend: 'Set it aside, and ask the authority to send it again.',
    zh: {
      message: `该未归属通知无法读取，因此不能据以办理：${why}`,
      mend: '请将其搁置，并请海关重新发送。',
    },
  }
}

const noProof: Failure = {
  code: 'conflict',
  path: '',
  message: 'Nothing in the stray notification proves that it answers a message of this business.',
  mend: 'Set it aside, or ask the authority which declaration it belongs to.',
  zh: {
    message: '该通知中没有任何编号能证明它答复的是本企业的报文。',
    mend: '请将其搁置，或向海关查询它属于哪份报关单。',
  },
}

function answersAnother({ caseId, messageId }: StrayProof): Failure {
  return {
    code: 'conflict',
    path: '/caseId',
    message: `The stray notification answers the message ${messageId} of the case ${caseId}.`,
    mend: 'Assign it to that case.',
    zh: {
      message: `该通知答复的是案件 ${caseId} 的报文 ${messageId}。`,
      mend: '请将其归入该案件。',
    },
  }
}

function foreignReference(reference: string | undefined): Failure {
  return {
    code: 'conflict',
    path: '',
    message: `The stray notification names ${reference ?? 'a reference'}, which is not of the message that it would answer.`,
    mend: 'Set it aside, or ask the authority which declaration it belongs to.',
    zh: {
      message: `该通知所载编号 ${reference ?? ''} 与其所答复的报文不符。`,
      mend: '请将其搁置，或向海关查询它属于哪份报关单。',
    },
  }
}
