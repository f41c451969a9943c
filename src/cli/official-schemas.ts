import type { MessageKind } from '../customs/formats/uk-cds/message/message-kind.ts'
import {
  declarationNamespaces,
  fileUploadNamespace,
  metaDataNamespace,
  responseNamespaces,
} from '../customs/formats/uk-cds/namespaces.ts'
import {
  type CompiledSchema,
  readSchemaFolder,
  type SchemaFile,
  type SchemaFolder,
} from '../platform/schema-folder.ts'
import { BadInput, badInput } from './bad-input.ts'

/** The variable that names the folder of official schemas. */
export const SCHEMAS_VARIABLE = 'TIDEWAITER_SCHEMAS'

/** Official schemas that were found, by the kind of message that they judge. */
export type OfficialSchemas = (kind: MessageKind) => CompiledSchema | undefined

/**
 * The official schemas of the folder that the environment names; none where it names none. They are
 * known by the namespaces and elements that they declare, whatever their files are called.
 */
export async function loadOfficialSchemas(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<OfficialSchemas> {
  const path = environment[SCHEMAS_VARIABLE]
  if (path === undefined || path === '') return () => undefined
  const folder = await readSchemaFolder(path)
  if (!folder.ok) throw badInput(SCHEMAS_VARIABLE, folder.failures)
  const found = new Map(
    kindsWithSchema.map((kind) => [kind, schemaFilesFor(kind, folder.value.files)] as const),
  )
  if ([...found.values()].every((files) => files === undefined)) throw noneKnown(path)
  return compileOnce(folder.value, found)
}

/** Compiling takes a moment, so each schema is compiled when the first message of its kind comes. */
function compileOnce(
  folder: SchemaFolder,
  found: ReadonlyMap<MessageKind, readonly SchemaFile[] | undefined>,
): OfficialSchemas {
  const compiled = new Map<string, CompiledSchema>()
  return (kind) => {
    const files = found.get(kind)
    if (files === undefined) return undefined
    const key = files.map(({ path }) => path).join(' ')
    const known = compiled.get(key)
    if (known !== undefined) return known
    const schema = folder.compile(files)
    if (!schema.ok) throw badInput(SCHEMAS_VARIABLE, schema.failures)
    compiled.set(key, schema.value)
    return schema.value
  }
}

const kindsWithSchema = [
  'declaration',
  'amendment',
  'arrival-notification',
  'cancellation-request',
  'notification',
  'error-response',
  'file-upload-request',
  'file-upload-response',
  'file-upload-notification',
] as const satisfies readonly MessageKind[]

type KindWithSchema = (typeof kindsWithSchema)[number]

/** Messages without envelope: namespace and root. */
const bare: Partial<Readonly<Record<KindWithSchema, readonly [string, string]>>> = {
  'error-response': ['', 'errorResponse'],
  'file-upload-request': [fileUploadNamespace, 'FileUploadRequest'],
  'file-upload-response': [fileUploadNamespace, 'FileUploadResponse'],
  'file-upload-notification': [fileUploadNamespace, 'Root'],
}

/** The files that together judge messages of the kind; `undefined` where the folder has not all. */
export function schemaFilesFor(
  kind: KindWithSchema,
  files: readonly SchemaFile[],
): readonly SchemaFile[] | undefined {
  const declaring = (namespace: string, root: string): readonly SchemaFile[] =>
    files.filter((file) => file.targetNamespace === namespace && file.roots.includes(root))
  const root = bare[kind]
  if (root !== undefined) {
    const [file] = declaring(...root)
    return file === undefined ? undefined : [file]
  }
  const contents =
    kind === 'notification'
      ? declaring(responseNamespaces.elements, 'Response')
      : declaring(declarationNamespaces.elements, 'Declaration').filter(
          ({ elementNames }) => elementNames.has('GoodsShipment') === !isCancellation(kind),
        )
  const [content] = contents
  if (content === undefined) return undefined
  const envelope = envelopeOf(content, declaring(metaDataNamespace, 'MetaData'), kind)
  return envelope === undefined ? undefined : [envelope, content]
}

function isCancellation(kind: MessageKind): boolean {
  return kind === 'cancellation-request'
}

/**
 * Of several envelopes, that of cancellations is the one that lets in nothing but declarations; of the
 * others the one that lies beside its contents, because both come from one publication.
 */
function envelopeOf(
  content: SchemaFile,
  envelopes: readonly SchemaFile[],
  kind: MessageKind,
): SchemaFile | undefined {
  const fitting = envelopes.filter(({ wildcards }) => wildcards.includes(content.targetNamespace))
  const openness = ({ wildcards }: SchemaFile): number =>
    isCancellation(kind) ? wildcards.length : -wildcards.length
  const isBeside = ({ path }: SchemaFile): number =>
    folderOf(path) === folderOf(content.path) ? 0 : 1
  return fitting.toSorted(
    (one, other) => openness(one) - openness(other) || isBeside(one) - isBeside(other),
  )[0]
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

function noneKnown(path: string): BadInput {
  return new BadInput(
    `${SCHEMAS_VARIABLE}: ${path} holds no schema of a message that is known, such as one with ` +
      `Declaration in ${declarationNamespaces.elements}. Name the folder of HMRC's schemas.`,
  )
}
