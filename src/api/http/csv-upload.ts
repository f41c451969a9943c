import type { FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'

import { checkedReader } from '../../customs/checked-reader.ts'
import { text } from '../../customs/order/schema.ts'
import { accepted, refuse } from './refusal.ts'
import type { ApiRoutes, ApiServer } from './route.ts'
import { readUploadedFile } from './uploaded-file.ts'

/** A table of orders as it was handed in. */
export interface CsvUpload {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The name of a table, such as that of its file. */
export const tableName = text(120, 'name of the list, such as that of its file')

const nameSchema = Type.Object({ name: tableName })
const readName = checkedReader<Static<typeof nameSchema>>(nameSchema)

/** The media types in which tables come. */
export const csvTypes = ['text/csv', 'multipart/form-data']

/** Adds routes that take tables as their body; elsewhere bodies of CSV stay refused. */
export function takingCsv(addRoutes: ApiRoutes): ApiRoutes {
  return (server, ports) => {
    void server.register((scope: ApiServer, _options, done) => {
      scope.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, parsed) =>
        parsed(null, body),
      )
      addRoutes(scope, ports)
      done()
    })
  }
}

/** The table of a request: its body with the name beside it, or the file of a form. */
export async function csvUploadOf(
  request: FastifyRequest,
  name: string | undefined,
): Promise<CsvUpload> {
  if (request.isMultipart()) {
    const { bytes, fileName } = await readUploadedFile(request)
    return { bytes, ...accepted(readName({ name: name ?? fileName })) }
  }
  const { body } = request
  if (!(body instanceof Uint8Array)) return refuse(noList)
  return { bytes: body, ...accepted(readName(name === undefined ? {} : { name })) }
}

const noList = {
  code: 'unsupported-type',
  path: '',
  message: 'The request holds no purchase list.',
  mend: 'Send it as text/csv, or as the field "file" of a form.',
  zh: {
    message: '请求中没有采购清单。',
    mend: '请以 text/csv 发送，或作为表单的 "file" 字段发送。',
  },
} as const
