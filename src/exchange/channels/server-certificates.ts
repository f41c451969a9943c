import { readServerCertificate, type TlsDoor } from '../../platform/tls/server-certificate.ts'
import type { SeenCertificate } from '../channel.ts'

/** A door of the other side of a channel that proves itself by TLS. */
export interface ChannelDoor extends TlsDoor {
  readonly door: SeenCertificate['door']
}

/** What the doors of a channel show now. */
export function certificatesOf(
  ...doors: readonly ChannelDoor[]
): () => Promise<readonly SeenCertificate[]> {
  return () =>
    Promise.all(
      doors.map(async ({ door, ...where }) => ({ door, ...(await readServerCertificate(where)) })),
    )
}

const HTTPS_PORT = 443

/** The door at an address of the web; undefined where it proves nothing, as at `http:`. */
export function httpsDoor(address: string): ChannelDoor | undefined {
  const { protocol, hostname, port } = new URL(address)
  if (protocol !== 'https:') return undefined
  return { door: 'https', host: hostname, port: port === '' ? HTTPS_PORT : Number(port) }
}
