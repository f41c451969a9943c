import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'

/** A key and a certificate that it has signed itself, both as PEM. */
export interface SelfSigned {
  readonly key: string
  readonly cert: string
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content])
  const bytes = Buffer.from(length.toString(16).padStart(length > 255 ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | bytes.length]), bytes, content])
}

const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts)
const hex = (text: string) => Buffer.from(text, 'hex')
/** Object identifiers, as they are encoded. */
const commonName = der(0x06, hex('550403'))
const ecdsaWithSha256 = sequence(der(0x06, hex('2a8648ce3d040302')))
const subjectAltName = der(0x06, hex('551d11'))
const basicConstraints = der(0x06, hex('551d13'))

const time = (moment: Date) =>
  der(
    0x18,
    Buffer.from(
      moment
        .toISOString()
        .replace(/[-:T]/g, '')
        .replace(/\.\d+Z$/, 'Z'),
    ),
  )

/**
 * Makes a certificate of this machine (`localhost`, 127.0.0.1), as RFC 5280 writes it down: tests need
 * servers with TLS, and ends of certificates on days of their choice.
 */
export function selfSigned(notAfter = new Date(Date.now() + 365 * 86_400_000)): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const name = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from('localhost')))))
  const names = sequence(
    der(0x82, Buffer.from('localhost')),
    der(0x87, Buffer.from([127, 0, 0, 1])),
  )
  const extensions = der(
    0xa3,
    sequence(
      sequence(subjectAltName, der(0x04, names)),
      sequence(basicConstraints, der(0x01, hex('ff')), der(0x04, sequence(der(0x01, hex('ff'))))),
    ),
  )
  const body = sequence(
    der(0xa0, der(0x02, hex('02'))),
    der(0x02, hex('01'), hex(Date.now().toString(16).padStart(12, '0'))),
    ecdsaWithSha256,
    name,
    sequence(time(new Date(0)), time(notAfter)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  )
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const signature = sign('sha256', body, createPrivateKey(key))
  const whole = sequence(body, ecdsaWithSha256, der(0x03, hex('00'), signature))
  const lines = whole.toString('base64').replace(/.{64}/g, '$&\n')
  return { key, cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` }
}
