import { X509Certificate } from 'node:crypto'
import { createServer as createPlain, type AddressInfo, type Server } from 'node:net'
import { createServer as createTls } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { selfSigned } from '../../../test/self-signed.ts'
import { readServerCertificate } from './server-certificate.ts'

describe('the certificate of a server', () => {
  const servers: Server[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) server.close()
  })

  const listen = async (server: Server): Promise<number> => {
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    return (server.address() as AddressInfo).port
  }

  it('is read with its end, also when it has ended', async () => {
    const ended = new Date('2020-05-17T12:00:00Z')
    const own = selfSigned(ended)
    const port = await listen(createTls(own, () => undefined))
    const seen = await readServerCertificate({ host: '127.0.0.1', port })
    const { fingerprint256 } = new X509Certificate(own.cert)
    expect(seen).toEqual({
      subject: 'CN=localhost',
      issuer: 'CN=localhost',
      fingerprint: fingerprint256.replaceAll(':', '').toLowerCase(),
      notAfter: ended,
    })
  })

  it('is refused by a server that does not speak TLS', async () => {
    const port = await listen(createPlain((socket) => socket.end('this is no TLS\r\n')))
    await expect(readServerCertificate({ host: '127.0.0.1', port })).rejects.toThrow()
  })

  it('is not waited for where the server ends the conversation before TLS', async () => {
    const port = await listen(createPlain((socket) => socket.end('220 hello\r\n554 no\r\n')))
    const asked = readServerCertificate({ host: '127.0.0.1', port, startTls: 'smtp' })
    await expect(asked).rejects.toThrow('ended the conversation')
  })
})
