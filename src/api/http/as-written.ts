import type { FastifySerializerCompiler } from 'fastify'

/**
 * For routes that answer exactly what a pure function gives, or what was kept: every field, in the
 * order of its making. The schema of such an answer describes it and decides nothing.
 */
export const asWritten: FastifySerializerCompiler<unknown> = () => JSON.stringify
