import { readdir, readFile } from 'node:fs/promises'
import { join, posix, relative, sep } from 'node:path'
import { failure, type Result, success } from '../customs/result.ts'
import {
  type ErrorDetail,
  XmlBufferInputProvider,
  xmlCleanupInputProvider,
  XmlDocument,
  XmlLibError,
  xmlRegisterInputProvider,
  XsdValidator,
} from 'libxml2-wasm'

/** A schema document of a folder, with what it is found by. */
export interface SchemaFile {
  /** Below the folder, with slashes. */
  readonly path: string
  /** `''` for none. */
  readonly targetNamespace: string
  /** Elements that a document may begin with. */
  readonly roots: readonly string[]
  /** Every name that an element of it has. */
  readonly elementNames: ReadonlySet<string>
  /** Other documents that it includes or imports, as it names them. */
  readonly locations: readonly string[]
  /** Namespaces whose elements it lets in by wildcard. */
  readonly wildcards: readonly string[]
}

/** What a schema has against a document, at its place. */
export interface SchemaComplaint {
  readonly message: string
  /** From 1. */
  readonly line: number
}

/** A schema that is ready to judge. */
export interface CompiledSchema {
  /** None where the document is valid. */
  complaints(document: Uint8Array | string): readonly SchemaComplaint[]
}

/** Schema documents that an operator has laid into a folder; nothing outside it is ever opened. */
export class SchemaFolder {
  readonly files: readonly SchemaFile[]
  readonly #contents: Readonly<Record<string, Uint8Array>>

  constructor(files: readonly SchemaFile[], contents: Readonly<Record<string, Uint8Array>>) {
    this.files = files
    this.#contents = contents
  }

  /**
   * Puts schema documents of the folder together and compiles them, once for any number of documents.
   * What they include is taken from the folder; there is no network.
   */
  compile(files: readonly SchemaFile[]): Result<CompiledSchema> {
    const imports = files.map(({ targetNamespace, path }) => {
      const namespace = targetNamespace === '' ? '' : ` namespace="${escaped(targetNamespace)}"`
      return `<xs:import${namespace} schemaLocation="${escaped(encodeURI(path))}"/>`
    })
    // A schema for no namespace cannot import another for none.
    const [only] = files
    const isAlone = files.length === 1 && only?.targetNamespace === ''
    const text = isAlone
      ? new TextDecoder().decode(this.#contents[urlOf(only.path)])
      : `<xs:schema xmlns:xs="${XSD}">${imports.join('')}</xs:schema>`
    const absent = this.#absent(files)
    if (absent !== undefined) return failure(notCompiled(files, absent))
    // The reader has room for few providers, and leaves out silently what no provider can open.
    xmlCleanupInputProvider()
    if (!xmlRegisterInputProvider(new XmlBufferInputProvider({ ...this.#contents }))) {
      throw new Error('the reader of schemas takes no files')
    }
    try {
      const url = isAlone ? urlOf(only.path) : urlOf('together.xsd')
      const document = XmlDocument.fromString(text, { url })
      const validator = XsdValidator.fromDoc(document)
      keptDocuments.add(document)
      return success(judgeOf(validator))
    } catch (error) {
      return failure(notCompiled(files, error))
    } finally {
      // Without providers a document that names schemas of its own cannot have them opened either.
      xmlCleanupInputProvider()
    }
  }

  /** What the files name, or what they name names in turn, and the folder has not. */
  #absent(files: readonly SchemaFile[]): string | undefined {
    const seen = new Set(files)
    for (const { path, locations } of seen) {
      for (const location of locations) {
        const named = posix.join(posix.dirname(path), location)
        const file = this.files.find((each) => each.path === named)
        if (file === undefined) return `${path} names ${location}, which is not in the folder`
        seen.add(file)
      }
    }
    return undefined
  }
}

/**
 * Reads the schema documents of a folder and the folders in it.
 * @returns a failure `configuration-invalid` where the folder or one of them cannot be read
 */
export async function readSchemaFolder(folder: string): Promise<Result<SchemaFolder>> {
  const contents: Record<string, Uint8Array> = {}
  const files: SchemaFile[] = []
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    for (const entry of entries) {
      if (!entry.isFile() || !entry.name.endsWith('.xsd')) continue
      const absolute = join(entry.parentPath, entry.name)
      const path = relative(folder, absolute).split(sep).join('/')
      const bytes = await readFile(absolute)
      contents[urlOf(path)] = bytes
      files.push(describe(path, bytes))
    }
  } catch (error) {
    return failure({
      code: 'configuration-invalid',
      path: '',
      message: `The schemas in ${folder} cannot be read: ${reasonOf(error)}.`,
      mend: 'Name a folder that holds the schema documents (.xsd) as the authority publishes them.',
    })
  }
  return success(new SchemaFolder(files.toSorted(byPath), contents))
}

/**
 * A compiled schema points into its document, whose memory the library gives back once nobody holds it.
 * There are few schemas, each compiled once in a process.
 */
const keptDocuments = new Set<XmlDocument>()

const XSD = 'http://www.w3.org/2001/XMLSchema'

function describe(path: string, bytes: Uint8Array): SchemaFile {
  using document = XmlDocument.fromBuffer(bytes)
  const values = (xpath: string): readonly string[] =>
    document.find(xpath, { xs: XSD }).map((attribute) => attribute.content)
  return {
    path,
    targetNamespace: values('/xs:schema/@targetNamespace')[0] ?? '',
    roots: values('/xs:schema/xs:element/@name'),
    elementNames: new Set(values('//xs:element/@name')),
    locations: values('/xs:schema/*/@schemaLocation').map((location) => decodeURI(location)),
    wildcards: values('//xs:any/@namespace').flatMap((list) => list.split(/\s+/)),
  }
}

function judgeOf(validator: XsdValidator): CompiledSchema {
  return {
    complaints(document) {
      const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document
      using parsed = XmlDocument.fromBuffer(bytes)
      try {
        validator.validate(parsed)
        return []
      } catch (error) {
        if (!(error instanceof XmlLibError)) throw error
        return error.details.map(complaintOf)
      }
    },
  }
}

function complaintOf({ message, line }: ErrorDetail): SchemaComplaint {
  return { message: message.replaceAll(/\s+/g, ' ').trim(), line }
}

function notCompiled(files: readonly SchemaFile[], error: unknown) {
  return {
    code: 'configuration-invalid',
    path: '',
    message: `The schema ${files.map(({ path }) => path).join(' with ')} cannot be used: ${reasonOf(error)}.`,
    mend: 'Lay the schemas into the folder complete, with all that they include, as they are published.',
  } as const
}

/** Files are known to the reader by addresses of their own, below which it cannot get out. */
function urlOf(path: string): string {
  return `file:///${encodeURI(path)}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '')
}

function byPath(one: SchemaFile, other: SchemaFile): number {
  return one.path < other.path ? -1 : 1
}
