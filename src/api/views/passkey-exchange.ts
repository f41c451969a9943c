import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { Type, type TProperties } from 'typebox'

import type { Immutable } from '../../customs/immutable.ts'
import { record } from '../http/schema.ts'

/**
 * What browsers and we say to each other about passkeys: the JSON forms of Web Authentication Level 3
 * (`PublicKeyCredential.toJSON()` and its counterparts). Browsers of later days say more than this;
 * what is not named here is not looked at.
 */
const base64url = (maxLength: number) =>
  Type.String({ pattern: '^[\\w-]*$', maxLength, description: 'base64url' })

const credentialId = base64url(1_400)

function credential(response: TProperties) {
  return Type.Object({
    id: credentialId,
    rawId: credentialId,
    type: Type.Literal('public-key'),
    clientExtensionResults: Type.Object({}),
    response: Type.Object(response),
  })
}

/** A signature with a passkey. */
export const assertionSchema = Type.Unsafe<Immutable<AuthenticationResponseJSON>>(
  credential({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(4_000),
    userHandle: Type.Optional(base64url(100)),
  }),
)

/** A new passkey. */
export const attestationSchema = Type.Unsafe<Immutable<RegistrationResponseJSON>>(
  credential({
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(20_000),
    transports: Type.Optional(Type.Array(Type.String({ maxLength: 30 }), { maxItems: 10 })),
  }),
)

/** What the browser is asked to sign. */
export const requestOptionsSchema = record<PublicKeyCredentialRequestOptionsJSON>(
  'PublicKeyCredentialRequestOptionsJSON of Web Authentication',
)

/** What the browser is asked to make. */
export const creationOptionsSchema = record<PublicKeyCredentialCreationOptionsJSON>(
  'PublicKeyCredentialCreationOptionsJSON of Web Authentication',
)
