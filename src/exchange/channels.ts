import { UK_CDS } from './uk-cds/channel-name.ts'

/** The names of all channels that messages may lie in the outbox for. */
export const channelNames: readonly string[] = [UK_CDS]
