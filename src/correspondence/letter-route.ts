import type { TraderProfile } from '../customs/parties/trader-profile.ts'
import { type Result, success } from '../customs/result.ts'
import { isOpenTo } from '../exchange/channels.ts'
import type { LetterRoute } from './correspondence-ports.ts'
import { noLetterChannel } from './thread-failures.ts'

/**
 * The channel by which the letters of a business go: the one by which it declares, where that carries
 * letters as well, or else the first that is open to it.
 */
export function chooseLetterChannel(
  routes: readonly LetterRoute[],
  {
    tenantId,
    profile,
  }: { readonly tenantId: string; readonly profile: Pick<TraderProfile, 'channel'> },
): Result<string> {
  const open = routes.filter((route) => isOpenTo(tenantId, route))
  const [chosen] = [...open.filter(({ name }) => name === profile.channel), ...open]
  return chosen === undefined ? noLetterChannel() : success(chosen.name)
}

/** Whether how a thread stands is read in its letters, as the channel that carries them tells nothing of it. */
export function isReadByPeople(routes: readonly LetterRoute[], channel: string): boolean {
  return routes.some(({ name, standing }) => name === channel && standing === 'read')
}
