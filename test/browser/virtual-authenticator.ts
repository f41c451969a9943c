import type { CDPSession, Page } from 'playwright-core'

/** A device that makes and shows passkeys without asking anybody, as its person would allow. */
export interface VirtualAuthenticator {
  /** Whether the person shows a finger from now on. */
  setVerified(isVerified: boolean): Promise<void>
}

/** Gives a page a device of its own for passkeys. */
export async function addVirtualAuthenticator(page: Page): Promise<VirtualAuthenticator> {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    setVerified: async (isUserVerified) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
  }
}
