import { Type } from 'typebox'
import type { FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { instantOf } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/postgres/index.ts'
import type { LodgementState } from '../life-cycle/lodgement-state.ts'
import { namespaces } from '../message/namespaces.ts'
import { dateTimeText } from '../notification/write-notification.ts'
import type { Office } from '../processing/office.ts'
import { node, optionalNode, writeXml, type XmlNode } from '../xml/write-xml.ts'
import { interfaceErrors, replyError, replyXml } from './error-response.ts'
import { senderOf } from './trader-scope.ts'

/** By what a status can be asked for; `lrn` is the sandbox's own addition to HMRC's four. */
const columnOf = { mrn: 'mrn', ducr: 'ducr', ucr: 'ducr', lrn: 'lrn' } as const

/**
 * Status of the entry as inventory systems show it (ICS). 14, 18 and 22 are HMRC's for accepted,
 * pre-lodged and cleared; the samples show none for the others, so those are left out.
 */
const inventoryStatus: Partial<Record<LodgementState, string>> = {
  received: '18',
  registered: '18',
  accepted: '14',
  released: '22',
  cleared: '22',
}

const parameters = Type.Object({
  by: Type.Enum(['mrn', 'ducr', 'ucr', 'lrn']),
  // References are printable; PostgreSQL could not even look for a NUL.
  reference: Type.String({ pattern: '^[\\x20-\\x7E]{1,70}$' }),
})

/**
 * Status queries in the shape of HMRC's declarations information API. Every lodgement of the
 * asking application under the reference is told, newest first; a rejected duplicate is none. The
 * `X-Conversation-ID` of the newest comes along, so that a trader whose 202 was lost finds back.
 */
export function informationRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  const url = '/customs/declarations-information/:by/:reference/status'
  server.get(url, { schema: { params: parameters } }, async (request, reply) => {
    const { by, reference } = request.params
    const rows = await findLodgements(office, senderOf(request).id, {
      column: columnOf[by],
      reference,
    })
    const [newest] = rows
    if (newest === undefined) return replyError(reply, interfaceErrors.noDeclaration)
    const body = node('DeclarationStatusResponse', rows.map(statusDetails), {
      xmlns: namespaces.declarationStatus,
    })
    return replyXml(reply.header('x-conversation-id', newest.conversation_id), writeXml(body))
  })
}

interface Asked {
  readonly column: (typeof columnOf)[keyof typeof columnOf]
  readonly reference: string
}

type StatusRow = Awaited<ReturnType<typeof findLodgements>>[number]

function findLodgements(office: Office, applicationId: string, { column, reference }: Asked) {
  return inTransaction(office.database, (transaction) =>
    transaction
      .selectFrom('lodgement')
      .select(['mrn', 'lrn', 'ducr', 'conversation_id', 'version', 'state', 'type_code'])
      .select(['declarant_eori', 'declared'])
      .select(['received_at', 'accepted_at', 'released_at', 'ended_at'])
      .where('application_id', '=', applicationId)
      .where(column, '=', reference)
      .orderBy('received_at', 'desc')
      .limit(50)
      .execute(),
  )
}

function statusDetails(row: StatusRow): XmlNode {
  const status = inventoryStatus[row.state]
  return node('DeclarationStatusDetails', [
    node('Declaration', [
      row.accepted_at === null ? undefined : time('AcceptanceDateTime', row.accepted_at),
      node('ID', row.mrn),
      node('VersionID', row.version.toString()),
      time('ReceivedDateTime', row.received_at),
      row.released_at === null ? undefined : time('GoodsReleasedDateTime', row.released_at),
      optionalNode('ICS', status),
      optionalNode('LRN', row.lrn ?? undefined),
    ]),
    node(
      'Declaration',
      [
        node('FunctionCode', '9'),
        optionalNode('TypeCode', row.type_code ?? undefined),
        node('GoodsItemQuantity', row.declared.items.length.toString()),
        row.declarant_eori === null
          ? undefined
          : node('Submitter', [node('ID', row.declarant_eori)]),
        row.ducr === null
          ? undefined
          : node('GoodsShipment', [
              node('PreviousDocument', [node('ID', row.ducr), node('TypeCode', 'DCR')]),
            ]),
      ],
      { xmlns: namespaces.declaration },
    ),
  ])
}

function time(name: string, at: Date): XmlNode {
  return node(name, [node('DateTimeString', dateTimeText(instantOf(at)), { formatCode: '304' })])
}
