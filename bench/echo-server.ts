import { fastify } from 'fastify'

// The least that a JSON service on Fastify can do: read the order, write it back.

const server = fastify()
server.post('/v1/quotes', (request) => request.body)
process.send?.(await server.listen({ host: '127.0.0.1', port: 0 }))
process.on('disconnect', () => process.exit(0))
