import { optional } from '../../customs/formats/uk-cds/optional.ts'
import { dateOf, textOf, wholeNumberOf } from '../../customs/formats/uk-cds/response-values.ts'
import {
  childNamed,
  childrenNamed,
  findElement,
  readXml,
  type XmlElement,
} from '../../customs/xml/index.ts'

/**
 * What HMRC's information API says of one declaration. Codes are its own: of the route (ROE) and the state
 * of the entry (ICS), as inventory systems show them.
 */
export interface DeclarationStatus {
  readonly mrn: string
  readonly version?: number
  readonly lrn?: string
  /** Declaration and additional declaration type, `IMD`. */
  readonly typeCode?: string
  /** Route of entry. */
  readonly roe?: string
  /** State of the entry. */
  readonly ics?: string
  /** Instants, where they have come. */
  readonly receivedAt?: string
  readonly acceptedAt?: string
  readonly releasedAt?: string
  readonly createdAt?: string
  readonly submitterEori?: string
  /** Of the previous documents: `DCR` is the DUCR, `DCS` its part, `MCR` the master's. */
  readonly references: readonly { readonly type: string; readonly id: string }[]
}

/** One page of a search. */
export interface FoundDeclarations {
  readonly declarations: readonly DeclarationStatus[]
  readonly page: number
  readonly pages: number
  readonly total: number
}

/**
 * The declarations of a `DeclarationStatusResponse` or a `DeclarationVersionResponse`, in the order of the
 * answer; undefined where it is none.
 */
export function readDeclarations(body: Buffer): readonly DeclarationStatus[] | undefined {
  const root = rootOf(body)
  switch (root?.name) {
    case 'DeclarationStatusResponse':
      return statusesIn(root, 'DeclarationStatusDetails')
    case 'DeclarationVersionResponse':
      return statusesIn(root, 'DeclarationVersionDetails')
    default:
      return undefined
  }
}

/** A `DeclarationSearchResponse`; undefined where it is none. */
export function readFound(body: Buffer): FoundDeclarations | undefined {
  const root = rootOf(body)
  if (root?.name !== 'DeclarationSearchResponse') return undefined
  return {
    declarations: statusesIn(root, 'DeclarationSearchDetails'),
    page: wholeNumberOf(root, 'CurrentPageNumber') ?? 1,
    pages: wholeNumberOf(root, 'TotalPagesAvailable') ?? 0,
    total: wholeNumberOf(root, 'TotalResultsAvailable') ?? 0,
  }
}

function rootOf(body: Buffer): XmlElement | undefined {
  const document = readXml(body)
  return document.ok ? document.value : undefined
}

/** Each comes in two parts: what the service knows of the declaration, then some of what it states. */
function statusesIn(root: XmlElement, name: string): readonly DeclarationStatus[] {
  return childrenNamed(root, name).flatMap((details) => {
    const [known, stated] = childrenNamed(details, 'Declaration')
    const mrn = known === undefined ? undefined : textOf(known, 'ID')
    return known === undefined || mrn === undefined ? [] : [statusOf(mrn, known, stated)]
  })
}

function statusOf(
  mrn: string,
  known: XmlElement,
  stated: XmlElement | undefined,
): DeclarationStatus {
  const submitter = stated && childNamed(stated, 'Submitter')
  return {
    mrn,
    ...optional('version', wholeNumberOf(known, 'VersionID')),
    ...optional('lrn', textOf(known, 'LRN')),
    ...optional('typeCode', stated && textOf(stated, 'TypeCode')),
    ...optional('roe', textOf(known, 'ROE')),
    ...optional('ics', textOf(known, 'ICS')),
    ...optional('receivedAt', dateOf(known, 'ReceivedDateTime')),
    ...optional('acceptedAt', dateOf(known, 'AcceptanceDateTime')),
    ...optional('releasedAt', dateOf(known, 'GoodsReleasedDateTime')),
    ...optional('createdAt', dateOf(known, 'CreatedDateTime')),
    ...optional('submitterEori', submitter && textOf(submitter, 'ID')),
    references: referencesIn(stated),
  }
}

function referencesIn(stated: XmlElement | undefined): DeclarationStatus['references'] {
  const shipment = stated && findElement(stated, ({ name }) => name === 'GoodsShipment')
  if (shipment === undefined) return []
  return childrenNamed(shipment, 'PreviousDocument').flatMap((document) => {
    const [type, id] = [textOf(document, 'TypeCode'), textOf(document, 'ID')]
    return type === undefined || id === undefined ? [] : [{ type, id }]
  })
}
