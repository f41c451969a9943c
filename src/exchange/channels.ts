import { UK_CDS } from './uk-cds/channel-name.ts'
import { UK_LETTERS } from './uk-letters/channel-name.ts'

/** A channel that the installation has beside HMRC's own interface, as far as others have to know it. */
export interface ConfiguredChannel {
  readonly name: string
  /** What it carries: declarations unless it is letters. */
  readonly format?: 'uk-cds' | 'letters'
  /** Whose messages may go by it; of any business where it is absent. */
  readonly businesses?: readonly string[]
  /** Messages a second at most; absent where the other side sets no limit. */
  readonly limitPerSecond?: number
}

/** The names of all channels that messages may lie in the outbox for. */
export function channelNames(configured: readonly ConfiguredChannel[] = []): readonly string[] {
  return [UK_CDS, ...configured.map(({ name }) => name)]
}

/** The names of the channels that a business may choose from to declare by. */
export function channelsOpenTo(
  tenantId: string,
  configured: readonly ConfiguredChannel[] = [],
): readonly string[] {
  const declaring = configured.filter(({ format }) => format !== 'letters')
  return channelNames(declaring.filter((channel) => isOpenTo(tenantId, channel)))
}

/** Whether a business may use a channel. */
export function isOpenTo(
  tenantId: string,
  { businesses }: Pick<ConfiguredChannel, 'businesses'>,
): boolean {
  return businesses?.includes(tenantId) ?? true
}

/**
 * Messages a second on a channel, of all nodes together.
 *
 * @param ofHmrc the limit on HMRC's own interface
 */
export function limitOfChannel(
  channel: string,
  ofHmrc: number | 'off',
  configured: readonly ConfiguredChannel[] = [],
): number | 'off' {
  // Letters go to the same office, by another door.
  if (channel === UK_CDS || channel === UK_LETTERS) return ofHmrc
  return configured.find(({ name }) => name === channel)?.limitPerSecond ?? 'off'
}
