import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

import type { PasskeyView } from '../../../api/passkeys.ts'
import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { change } from '../../kit/api/ask.ts'

/** Whether this browser knows passkeys at all; they need https, or this very machine. */
export const knowsPasskeys = browserSupportsWebAuthn()

/** Lets the browser offer the passkeys that it has for us, and signs in with the chosen one. */
export async function signInWithPasskey(): Promise<void> {
  const path = '/v1/session/passkey-options'
  const optionsJSON = await change<PublicKeyCredentialRequestOptionsJSON>(path)
  const response = await startAuthentication({ optionsJSON })
  await change('/v1/session/passkey', { body: { response } })
}

/** Lets the browser make a passkey for who is signed in. */
export async function createPasskey(name: string): Promise<PasskeyView> {
  const optionsJSON = await change<PublicKeyCredentialCreationOptionsJSON>('/v1/passkeys/options')
  const response = await startRegistration({ optionsJSON })
  return change('/v1/passkeys', { body: { name, response } })
}

/**
 * Why the browser has made or shown no passkey, in words for its person; nothing where it was the
 * server that refused, which says so itself.
 */
export function ceremonyObstacle(error: unknown): BilingualText | undefined {
  if (error instanceof WebAuthnError) {
    switch (error.code) {
      case 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED':
        return words.already
      case 'ERROR_AUTHENTICATOR_MISSING_DISCOVERABLE_CREDENTIAL_SUPPORT':
      case 'ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT':
      case 'ERROR_AUTHENTICATOR_NO_SUPPORTED_PUBKEYCREDPARAMS_ALG':
        return words.unable
      case 'ERROR_INVALID_DOMAIN':
      case 'ERROR_INVALID_RP_ID':
        return words.elsewhere
      default:
        return words.cancelled
    }
  }
  const isOfBrowser = error instanceof Error && error.name === 'NotAllowedError'
  return isOfBrowser ? words.cancelled : undefined
}

const words = {
  cancelled: {
    en: 'The browser was not given a passkey: it was cancelled, took too long, or there is none here.',
    zh: '浏览器没有得到通行密钥：操作被取消、超时，或此处没有可用的通行密钥。',
  },
  already: {
    en: 'This device already has a passkey of yours. You can sign in with it.',
    zh: '此设备上已有您的通行密钥，可以直接用它登录。',
  },
  unable: {
    en: 'This device cannot keep a passkey that is unlocked with a finger, a face or a PIN. Try a phone or a security key.',
    zh: '此设备无法保存以指纹、面容或 PIN 解锁的通行密钥。请改用手机或安全密钥。',
  },
  elsewhere: {
    en: 'Passkeys work at one address only. Open the pages at the address that you were given.',
    zh: '通行密钥只在一个网址有效。请使用您收到的网址打开本页面。',
  },
}
