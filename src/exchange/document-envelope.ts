/** A file for the authority as it lies in the outbox: everything that a second sending needs. */
export interface DocumentEnvelope {
  readonly mrn: string
  readonly documentType: string
  readonly fileName: string
  readonly mediaType: string
  /** The file itself, base64. */
  readonly content: string
}

/**
 * The bytes of a document message. The outbox keeps one body a message, so the file and what the
 * authority has to know of it travel together.
 */
export function sealDocument(envelope: DocumentEnvelope): Buffer {
  return Buffer.from(JSON.stringify(envelope), 'utf8')
}

/** Opens what {@link sealDocument} has put into the outbox. */
export function openDocument(body: Buffer): DocumentEnvelope {
  return JSON.parse(body.toString('utf8')) as DocumentEnvelope
}
