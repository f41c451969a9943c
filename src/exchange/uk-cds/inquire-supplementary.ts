import type { Inquiry } from '../channel.ts'
import type { OutboxMessage } from '../outbox.ts'
import type { DeclarationStatus } from './read-information.ts'
import type { InformationAnswer, StatusQueries } from './status-queries.ts'

/**
 * Asks whether HMRC has a supplementary declaration. It has the DUCR of the simplified one that it
 * completes, which is left out by its MRN; earlier attempts have LRNs of their own. HMRC states the LRN
 * with the versions of a declaration, and not with every status.
 *
 * Source: Customs Declarations Information API 2.0, schemas of status and version (read 2026-11).
 */
export async function inquireSupplementary(
  queries: Pick<StatusQueries, 'status' | 'versions'>,
  { lrn, ducr, subject: initialMrn }: Pick<OutboxMessage, 'lrn' | 'ducr' | 'subject'>,
): Promise<Inquiry> {
  const answer = await queries.status('ducr', ducr)
  if (answer.kind !== 'answered') return withoutAnswer(answer)
  for (const declaration of answer.value.filter(({ mrn }) => mrn !== initialMrn)) {
    const { mrn } = declaration
    const lrns = await lrnsOf(queries, declaration)
    if (lrns.kind !== 'answered') return withoutAnswer(lrns)
    if (lrns.value.includes(lrn)) return { kind: 'known', mrn }
    // Taken for neither: sent again it might be lodged twice.
    if (lrns.value.length === 0) return nameless(mrn)
  }
  return { kind: 'not-known' }
}

async function lrnsOf(
  queries: Pick<StatusQueries, 'versions'>,
  { mrn, lrn }: DeclarationStatus,
): Promise<InformationAnswer<readonly string[]>> {
  if (lrn !== undefined) return { kind: 'answered', value: [lrn] }
  const answer = await queries.versions(mrn)
  if (answer.kind === 'not-known') return { kind: 'answered', value: [] }
  if (answer.kind !== 'answered') return answer
  return { kind: 'answered', value: answer.value.flatMap((version) => version.lrn ?? []) }
}

function withoutAnswer(
  answer: Exclude<InformationAnswer<unknown>, { readonly kind: 'answered' }>,
): Inquiry {
  return answer.kind === 'refused'
    ? { kind: 'no-answer', obstacle: 'message', why: answer.why }
    : answer
}

function nameless(mrn: string): Inquiry {
  const why = `HMRC has ${mrn} under this DUCR as well and does not say under which LRN`
  return { kind: 'no-answer', obstacle: 'message', why }
}
