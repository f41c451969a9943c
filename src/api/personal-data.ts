import { Type } from 'typebox'

import { recordAccessChange } from '../access/index.ts'
import { eraseListDrafts, erasePhotographs } from '../agents/index.ts'
import { erasePersonalData } from '../clearance/commands/erase-personal-data.ts'
import { eraseOrderData } from '../clearance/orders/erase-order-data.ts'
import { eraseOrderSearchTerms } from '../clearance/orders/order-search-terms.ts'
import { eraseLetters } from '../clearance/personal/erase-letters.ts'
import {
  eraseMessages,
  eraseNotifications,
  eraseStrayNotifications,
} from '../clearance/personal/erase-messages.ts'
import {
  eraseAttachments,
  eraseBuyerKeys,
  erasePersonalRecords,
  eraseSearchTerms,
} from '../clearance/personal/erase-people.ts'
import type { CaseSubject, Eraser, Erasers, OrdersSubject } from '../clearance/personal/eraser.ts'
import { localDate, oneOf } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { eraseMails } from '../tracking/index.ts'
import { eraseStoredAnswers } from './http/erase-stored-answers.ts'
import { accepted } from './http/refusal.ts'
import { changeContextOf, together, type ApiRoutes } from './http/route.ts'
import { bilingualText, idOf } from './http/schema.ts'
import { caseParams } from './views/case-path.ts'

/** A place where personal data lie; docs/personal-data.md says what lies there. */
interface Place<Subject extends OrdersSubject> {
  readonly erase: Eraser<Subject>
  /** What its count says. */
  readonly what: string
}

const placesOfOrders = {
  personalRecords: { erase: erasePersonalRecords, what: 'records whose values are gone' },
  buyerKeys: {
    erase: eraseBuyerKeys,
    what: 'orders that cannot be matched to their buyer any more',
  },
  orderSearchTerms: {
    erase: eraseOrderSearchTerms,
    what: 'words of names and addresses by which orders were found',
  },
  photographs: { erase: erasePhotographs, what: 'photographs of goods that are gone' },
  listDrafts: {
    erase: eraseListDrafts,
    what: 'rows of tables on their way in that named them',
  },
  storedAnswers: { erase: eraseStoredAnswers, what: 'answers kept for repetition that named them' },
} satisfies Readonly<Record<string, Place<OrdersSubject>>>

const placesOfCases = {
  ...placesOfOrders,
  attachments: { erase: eraseAttachments, what: 'uploaded papers whose content is gone' },
  searchTerms: { erase: eraseSearchTerms, what: 'words of names by which the case was found' },
  letters: { erase: eraseLetters, what: 'letters and threads whose words are gone' },
  messages: { erase: eraseMessages, what: 'messages to the authority whose bytes are gone' },
  notifications: {
    erase: eraseNotifications,
    what: 'notifications whose bytes and words are gone',
  },
  strayNotifications: {
    erase: eraseStrayNotifications,
    what: 'notifications that nobody could read whose bytes are gone',
  },
  mails: { erase: eraseMails, what: 'mails to the buyer whose files are being taken away' },
} satisfies Readonly<Record<string, Place<CaseSubject>>>

function erasersOf<Subject extends OrdersSubject>(
  places: Readonly<Record<string, Place<Subject>>>,
): Erasers<Subject> {
  return Object.fromEntries(Object.entries(places).map(([name, { erase }]) => [name, erase]))
}

function countsOf(places: Readonly<Record<string, Place<never>>>) {
  const counts = Object.entries(places).map(
    ([name, { what }]) => [name, Type.Integer({ description: what })] as const,
  )
  return Type.Unsafe<Readonly<Record<string, number>>>(
    Type.Object(Object.fromEntries(counts), { description: 'from how many records of each kind' }),
  )
}

const keptSchema = Type.Object({
  what: bilingualText,
  why: bilingualText,
  law: Type.Optional(Type.String({ description: 'the law that wants it kept' })),
  until: Type.Optional(localDate),
})

const erasureSchema = Type.Object(
  {
    erased: countsOf(placesOfCases),
    kept: Type.Array(keptSchema, { description: 'what stays, and why' }),
  },
  { description: 'what was erased and what stays; asked again, what has come since is erased' },
)

const erasureQuery = Type.Object({
  customsRecords: Type.Optional(
    oneOf(
      ['kept-elsewhere'],
      'that you keep the records of the declaration yourself; without it they are kept here for as ' +
        'long as the law wants them',
    ),
  ),
})

const eraseOfCase: ApiRoutes = (server, ports) => {
  const erasurePorts = {
    erasers: erasersOf<CaseSubject>(placesOfCases),
    reference: ports.clearance.reference,
  }
  server.delete(
    '/v1/cases/:id/personal-data',
    {
      schema: {
        tags: ['cases'],
        summary: 'Erase the personal data of a case that is over',
        description:
          'Names, addresses, the bytes of messages and of uploaded papers go; the record of the case ' +
          'stays, with its hashes. While the law wants the records of a declaration kept, the request ' +
          'is refused with the law and the day, unless you state that you keep them elsewhere.',
        params: caseParams,
        querystring: erasureQuery,
        response: { 200: erasureSchema },
      },
      config: { admit: 'personal-data.erase' },
    },
    async (request) => {
      const caseId = request.params.id
      const context = changeContextOf(request, ports)
      return inTenant(ports.database, context.tenantId, async (transaction) => {
        const input = { caseId, ...request.query }
        const { erased, kept } = accepted(
          await erasePersonalData(erasurePorts, transaction, input, context),
        )
        const change = {
          action: 'personal-data-erased',
          subject: caseId,
          detail: { ...erased, ...request.query },
        } as const
        await recordAccessChange(transaction, change, context)
        return { erased, kept }
      })
    },
  )
}

const eraseOfOrder: ApiRoutes = (server, ports) => {
  const erasers = erasersOf<OrdersSubject>(placesOfOrders)
  server.delete(
    '/v1/orders/:id/personal-data',
    {
      schema: {
        tags: ['orders'],
        summary: 'Erase the personal data of an order that was given up',
        description: 'Those of an order that was consigned are erased with its case.',
        params: Type.Object({ id: idOf('the order') }),
        response: {
          200: Type.Object(
            { erased: countsOf(placesOfOrders) },
            { description: 'what was erased' },
          ),
        },
      },
      config: { admit: 'personal-data.erase' },
    },
    async (request) => {
      const orderId = request.params.id
      const context = changeContextOf(request, ports)
      return inTenant(ports.database, context.tenantId, async (transaction) => {
        const erased = accepted(await eraseOrderData(erasers, transaction, { orderId }, context))
        const change = { action: 'personal-data-erased', subject: orderId, detail: erased } as const
        await recordAccessChange(transaction, change, context)
        return { erased }
      })
    },
  )
}

/** The personal data of the people in a case, or in an order that never came into one. */
export const personalDataRoutes = together(eraseOfCase, eraseOfOrder)
