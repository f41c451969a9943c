import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { sharedPath } from '../shared-material.ts'

/** HMRC's schema for one kind of message, judged by libxml2. */
export interface Schema extends Disposable {
  /** The first complaint, or `undefined` where the message is valid. */
  complaint(message: Uint8Array | string): string | undefined
}

/** @param wrapper `wrapper_submit.xsd` or `wrapper_cancel.xsd` */
export function cdsSchema(wrapper: string): Schema {
  return schemaAt('customs', wrapper)
}

/** @param file below the folder of schemas: `wco`, `fileupload`, `FileUploadRequest.xsd` */
export function schemaAt(...file: readonly string[]): Schema {
  xmlRegisterFsInputProviders()
  const path = sharedPath('messages', 'cds', 'schemas', ...file)
  const schemaDocument = XmlDocument.fromBuffer(readFileSync(path), {
    url: pathToFileURL(path).href,
  })
  const validator = XsdValidator.fromDoc(schemaDocument)
  return {
    complaint(message) {
      const bytes = typeof message === 'string' ? new TextEncoder().encode(message) : message
      const document = XmlDocument.fromBuffer(bytes)
      try {
        validator.validate(document)
        return undefined
      } catch (error) {
        return error instanceof Error ? error.message : String(error)
      } finally {
        document.dispose()
      }
    },
    [Symbol.dispose]() {
      validator.dispose()
      schemaDocument.dispose()
    },
  }
}
