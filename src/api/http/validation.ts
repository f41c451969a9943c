import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'

import { checkedReader } from '../../customs/checked-reader.ts'
import { Refusal } from './refusal.ts'

/**
 * Checks requests with the reader that the rest of the program uses, so that the same mistake is
 * told in the same words on every way in. Query, path and headers arrive as text and are converted
 * to what the schema asks for; a body is taken as it is.
 */
export const requestValidation: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const read = checkedReader<unknown>(schema)
  return (input: unknown) => {
    const result = read(httpPart === 'body' ? input : Value.Convert(schema, input))
    return result.ok ? { value: result.value } : { error: new Refusal(result.failures) }
  }
}
