import { fastify } from 'fastify'

// The least that a JSON service on Fastify can do: read the order, write it back.

const server = fastify()
server.post('/v1/quotes', (request) => request.body)
await server.listen({ host: '127.0.0.1', port: 0 })
const address = server.addresses()[0]
process.send?.(`http://127.0.0.1:${address?.port}`)
process.on('disconnect', () => process.exit(0))
