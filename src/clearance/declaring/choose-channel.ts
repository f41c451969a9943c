import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import { failure, type Result, success } from '../../customs/result.ts'
import { channelsOpenTo, type ConfiguredChannel } from '../../exchange/channels.ts'
import { UK_CDS } from '../../exchange/uk-cds/channel-name.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'

/** Who chooses, and from what. */
export interface ChannelChoice {
  readonly tenantId: string
  readonly profile: Pick<TraderProfile, 'channel'>
  readonly channels: readonly ConfiguredChannel[] | undefined
}

/**
 * The channel by which the declarations of a business go. A name that is not open to it is refused
 * with those that are: a declaration must not lie where nobody fetches it.
 */
export function chooseChannel({ tenantId, profile, channels }: ChannelChoice): Result<string> {
  const { channel = UK_CDS } = profile
  const open = channelsOpenTo(tenantId, channels)
  if (open.includes(channel)) return success(channel)
  return failure({
    code: 'invalid-input',
    path: '/profile/channel',
    message: `There is no channel ${channel} that is open to this business.`,
    mend: `Choose one of: ${open.join(', ')}.`,
    zh: {
      message: `没有对本企业开放的通道 ${channel}。`,
      mend: `请选择以下之一：${open.join('、')}。`,
    },
  })
}

/**
 * The channel by which a declaration went. What is asked and told about it goes the same way, whatever
 * the business has chosen since: only there the declaration is known.
 *
 * @param messageId the message that carried the declaration
 */
export async function channelOfDeclaration(
  transaction: TenantTransaction,
  messageId: string | undefined,
): Promise<string> {
  if (messageId === undefined)
    throw new RangeError('a declaration that was not sent has no channel')
  const { channel } = await transaction
    .selectFrom('exchange_message')
    .select('channel')
    .where('id', '=', messageId)
    .executeTakeFirstOrThrow()
  return channel
}
