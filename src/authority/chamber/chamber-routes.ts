import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { failure, success, type Result } from '../../customs/result.ts'
import { sha256Hex } from '../../platform/ids.ts'
import { inTransaction } from '../../platform/postgres/index.ts'
import { replyResult } from '../api/problem-response.ts'
import type { Office } from '../processing/office.ts'
import {
  certificateApplicationSchema,
  type CertificateApplication,
} from './certificate-application.ts'
import { drawCertificate } from './certificate-scan.ts'
import { checkApplication } from './check-application.ts'

/** What the chamber hands back: the number, the day, and the signed paper. */
export interface CertificateIssued {
  readonly number: string
  readonly issuedOn: string
  readonly sha256: string
  readonly scan: { readonly mediaType: 'application/pdf'; readonly base64: string }
}

/**
 * A sandbox chamber of commerce beside the customs office. It is its own small world: it looks at
 * the application alone and shares nothing with the office but the building.
 */
export function chamberRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.post(
    '/chamber/certificates',
    { schema: { body: certificateApplicationSchema } },
    async (request, reply) => {
      const issued = await issue(office, request.body)
      return replyResult(issued.ok ? reply.status(201) : reply, issued)
    },
  )
}

async function issue(
  office: Office,
  application: CertificateApplication,
): Promise<Result<CertificateIssued>> {
  const [problem, ...others] = checkApplication(application)
  if (problem !== undefined) return failure(problem, ...others)
  const issuedAt = office.clock.now()
  const issuedOn = issuedAt.slice(0, 10)
  const certificate = await inTransaction(office.database, async (transaction) => {
    const { rows } = await sql<{ next: string }>`
      select nextval('certificate_number') as next`.execute(transaction)
    const serial = String(rows[0]?.next).padStart(6, '0')
    const number = `SCC-${issuedOn.slice(0, 4)}-${serial}`
    const scan = await drawCertificate({ number, issuedAt, application })
    const row = {
      number,
      application: JSON.stringify(application),
      issued_on: issuedOn,
      scan,
      sha256: sha256Hex(scan),
      issued_at: issuedAt,
    }
    await transaction.insertInto('certificate_of_origin').values(row).execute()
    return { number, sha256: row.sha256, scan }
  })
  return success({
    number: certificate.number,
    issuedOn,
    sha256: certificate.sha256,
    scan: { mediaType: 'application/pdf', base64: certificate.scan.toString('base64') },
  })
}
