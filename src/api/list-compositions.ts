import { listComposition, listFormatOf } from '../agents/index.ts'
import type { ApiPorts } from './api-ports.ts'

type TenantKind = Parameters<typeof listFormatOf>[0]

/** What tables of orders are read with, by the kind of the tenant that hands them in. */
export function listCompositions({ clearance }: ApiPorts) {
  const { reference } = clearance
  const byKind = {
    'purchasing-agent': listComposition(reference, listFormatOf('purchasing-agent')),
    'e-commerce-platform': listComposition(reference, listFormatOf('e-commerce-platform')),
  }
  return (kind: TenantKind) => byKind[kind]
}
