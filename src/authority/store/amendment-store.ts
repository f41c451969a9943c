import { applyAmendment } from '../message/apply-amendment.ts'
import { childOf, type XmlElement } from '../xml/xml-element.ts'
import { parseXml } from '../xml/parse-xml.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'

/** A declaration as its trader has it now, from the exact bytes that were lodged. */
export interface DeclarationToAmend {
  /** The element `Declaration`, with every amendment made that was granted. */
  readonly declaration: XmlElement
  readonly grantedAmendments: number
  /** LRNs of requests for amendment that were answered already. */
  readonly answeredLrns: ReadonlySet<string>
}

/** The declarations of these MRNs; one whose message is not kept is not in the map. */
export async function loadDeclarationsToAmend(
  transaction: AuthorityTransaction,
  mrns: readonly string[],
): Promise<ReadonlyMap<string, DeclarationToAmend>> {
  if (mrns.length === 0) return new Map()
  const messages = await transaction
    .selectFrom('message')
    .select(['mrn', 'kind', 'lrn', 'body', 'outcome'])
    .where('mrn', 'in', [...mrns])
    .where('kind', 'in', ['declaration', 'amendment'])
    .where('outcome', 'is not', null)
    .orderBy('received_at')
    .orderBy('id')
    .execute()
  return new Map(
    mrns.flatMap((mrn) => {
      const own = messages.filter((message) => message.mrn === mrn)
      const lodged = own.find(({ kind, outcome }) => kind === 'declaration' && outcome === 'lodged')
      if (lodged === undefined) return []
      const amendments = own.filter(({ kind }) => kind === 'amendment')
      const granted = amendments.filter(({ outcome }) => outcome === 'granted')
      const toAmend: DeclarationToAmend = {
        declaration: granted
          .map(({ body }) => declarationOf(body))
          .reduce(made, declarationOf(lodged.body)),
        grantedAmendments: granted.length,
        answeredLrns: new Set(amendments.flatMap(({ lrn }) => lrn ?? [])),
      }
      return [[mrn, toAmend]]
    }),
  )
}

/** The element `Declaration` of a message that was taken, so that its structure is known to be right. */
export function declarationOf(body: Uint8Array): XmlElement {
  const parsed = parseXml(body)
  const declaration = parsed.ok ? childOf(parsed.value, 'Declaration') : undefined
  if (declaration === undefined) throw new TypeError('a kept message has no declaration')
  return declaration
}

function made(declaration: XmlElement, request: XmlElement): XmlElement {
  const amended = applyAmendment(declaration, request)
  if (!amended.ok) throw new TypeError('an amendment that was granted cannot be made')
  return amended.declaration
}
