import {
  attributeOf,
  childNamed,
  childrenNamed,
  findElement,
  readXml,
  type XmlElement,
} from '../../customs/xml/index.ts'
import type { HttpOutcome } from '../../platform/http/index.ts'
import type { RefusalError } from '../channel.ts'

/**
 * The errors of HMRC's `errorResponse`, the general one first and then those nested in it; none where the
 * body is something else, which is then not HMRC's explanation.
 */
export function readErrorResponse(body: Buffer): readonly RefusalError[] {
  const document = readXml(body)
  if (!document.ok || document.value.name !== 'errorResponse') return []
  const response = document.value
  const details = childrenNamed(childNamed(response, 'errors') ?? response, 'error')
  const errors = [response, ...details].map(({ children }) => ({
    code: textOf(children, 'code'),
    message: textOf(children, 'message'),
  }))
  return errors.filter((error) => error.code !== '')
}

/** HMRC's code for a declaration that it does not have, as its information API and the sandbox say it. */
const NO_SUCH_DECLARATION: ReadonlySet<string> = new Set(['CDS60001', 'NOT_FOUND'])

/**
 * Whether an answer to a question says that HMRC has no such declaration. 404 alone is not enough: it is
 * also the answer to a path that is not there, from which nothing follows.
 */
export function isNoSuchDeclaration({
  status,
  body,
}: Pick<Extract<HttpOutcome, { kind: 'answered' }>, 'status' | 'body'>): boolean {
  if (status !== 404) return false
  return readErrorResponse(Buffer.from(body)).some(({ code }) => NO_SUCH_DECLARATION.has(code))
}

/** The MRN in a `DeclarationStatusResponse`, undefined where it names none. */
export function readStatusMrn(body: Buffer): string | undefined {
  const document = readXml(body)
  if (!document.ok) return undefined
  const details = findElement(document.value, ({ name }) => name === 'DeclarationStatusDetails')
  const declaration = details && childNamed(details, 'Declaration')
  const mrn = declaration && childNamed(declaration, 'ID')?.text.trim()
  return mrn === '' ? undefined : mrn
}

/** The paths of the notifications in a `resource`, the answer of the pull interface to a list. */
export function readNotificationPaths(body: Buffer): readonly string[] {
  const document = readXml(body)
  if (!document.ok) return []
  return childrenNamed(document.value, 'link')
    .filter((link) => attributeOf(link, 'rel') === 'notification')
    .flatMap((link) => attributeOf(link, 'href') ?? [])
}

function textOf(children: readonly XmlElement[], name: string): string {
  return children.find((child) => child.name === name)?.text.trim() ?? ''
}

/** The conversation that an answer names: that of a submission always, that of an inquiry perhaps. */
export function conversationOf(headers: Readonly<Record<string, string>>): {
  readonly conversationId?: string
} {
  const conversationId = headers['x-conversation-id']
  return conversationId === undefined ? {} : { conversationId }
}
