import multipart, { type Multipart } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'

import { largestUploadBytes } from '../../papers/uploads/check-upload.ts'
import { refuse } from './refusal.ts'
import type { ApiServer } from './route.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** For a route that takes a form with one `file`: the names of its other fields. */
    readonly form?: readonly string[]
  }
}

/** Lets routes take forms with a file. Fields and file are small enough to be held in memory. */
export async function acceptForms(server: ApiServer): Promise<void> {
  await server.register(multipart, {
    limits: { files: 1, fields: 5, fieldSize: 1_000, fileSize: largestUploadBytes, parts: 6 },
  })
}

/** A file with the fields that came with it. */
export interface UploadedFile {
  readonly bytes: Buffer
  readonly declaredType: string
  readonly fileName: string
  readonly [field: string]: unknown
}

/** Reads the one file of a form and its fields. What they hold is not checked yet. */
export async function readUploadedFile(request: FastifyRequest): Promise<UploadedFile> {
  const fields: Record<string, unknown> = {}
  let file: Pick<UploadedFile, 'bytes' | 'declaredType' | 'fileName'> | undefined
  for await (const part of request.parts()) {
    if (part.type === 'file') file = await readFile(part)
    else fields[part.fieldname] = part.value
  }
  if (file === undefined) {
    return refuse({
      code: 'invalid-input',
      path: '/file',
      message: 'The form has no file.',
      mend: 'Send multipart/form-data with the file as the field "file".',
      zh: {
        message: '表单中没有文件。',
        mend: '请以 multipart/form-data 发送，文件字段名为 "file"。',
      },
    })
  }
  return { ...fields, ...file }
}

async function readFile(part: Extract<Multipart, { type: 'file' }>) {
  return { bytes: await part.toBuffer(), declaredType: part.mimetype, fileName: part.filename }
}
