import {
  createHash,
  createSign,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'

import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'

/** Where an authenticator believes to be, and what it says of itself; tests let it lie. */
export interface Circumstances {
  readonly origin?: string
  readonly rpId?: string
  /** Whether the person has shown a finger, a face or a PIN. */
  readonly userVerified?: boolean
  /** How often it says it was used; one more each time unless told. */
  readonly useCount?: number
}

/** An authenticator in software: one ES256 key, no attestation (Web Authentication Level 2, section 6). */
export interface SoftwareAuthenticator {
  readonly credentialId: string
  make(
    options: PublicKeyCredentialCreationOptionsJSON,
    circumstances?: Circumstances,
  ): RegistrationResponseJSON
  sign(
    options: PublicKeyCredentialRequestOptionsJSON,
    circumstances?: Circumstances,
  ): AuthenticationResponseJSON
}

const USUAL = { origin: 'http://localhost:8080', rpId: 'localhost', userVerified: true }

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const CREDENTIAL_INCLUDED = 0x40

export function softwareAuthenticator(): SoftwareAuthenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  const credentialId = id.toString('base64url')
  let used = 0
  const common = { id: credentialId, rawId: credentialId, type: 'public-key' } as const
  return {
    credentialId,
    make: ({ challenge }, circumstances) => {
      const place = { ...USUAL, ...circumstances }
      const credential = Buffer.concat([
        Buffer.alloc(16),
        uint16(id.length),
        id,
        coseKey(publicKey),
      ])
      const authData = Buffer.concat([
        authenticatorData({ ...place, useCount: used }, CREDENTIAL_INCLUDED),
        credential,
      ])
      return {
        ...common,
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, place.origin).toString(
            'base64url',
          ),
          attestationObject: attestationObject(authData).toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    sign: ({ challenge }, circumstances) => {
      used += 1
      const place = { ...USUAL, useCount: used, ...circumstances }
      const data = clientData('webauthn.get', challenge, place.origin)
      const authData = authenticatorData(place, 0)
      return {
        ...common,
        clientExtensionResults: {},
        response: {
          clientDataJSON: data.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: signature(privateKey, Buffer.concat([authData, sha256(data)])),
        },
      }
    },
  }
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

function authenticatorData(
  { rpId, userVerified, useCount }: Required<Omit<Circumstances, 'origin'>>,
  more: number,
): Buffer {
  const flags = USER_PRESENT | (userVerified ? USER_VERIFIED : 0) | more
  const count = Buffer.alloc(4)
  count.writeUInt32BE(useCount)
  return Buffer.concat([sha256(Buffer.from(rpId)), Buffer.from([flags]), count])
}

function signature(key: KeyObject, data: Buffer): string {
  return createSign('sha256').update(data).sign(key).toString('base64url')
}

/** `{fmt: "none", attStmt: {}, authData}` in CBOR (RFC 8949). */
function attestationObject(authData: Buffer): Buffer {
  const head = [cborText('fmt'), cborText('none'), cborText('attStmt'), Buffer.from([0xa0])]
  const length = Buffer.concat([Buffer.from([0x59]), uint16(authData.length)])
  return Buffer.concat([Buffer.from([0xa3]), ...head, cborText('authData'), length, authData])
}

/** EC2 key on P-256 for ES256 as a COSE key (RFC 9053, section 7.1.1). */
function coseKey(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' })
  const coordinate = (label: number, value: string | undefined) =>
    Buffer.concat([Buffer.from([label, 0x58, 32]), Buffer.from(value ?? '', 'base64url')])
  const kind = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01])
  return Buffer.concat([kind, coordinate(0x21, x), coordinate(0x22, y)])
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 | text.length]), Buffer.from(text)])
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

function sha256(data: Buffer): Buffer {
  return createHash('sha256').update(data).digest()
}
