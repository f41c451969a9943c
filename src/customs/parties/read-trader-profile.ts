import { checkedReader } from '../checked-reader.ts'
import { type TraderProfile, traderProfileSchema } from './trader-profile.ts'

/** Reads the standing facts of a tenant as it stated them; every fault is named with its place. */
export const readTraderProfile = checkedReader<TraderProfile>(traderProfileSchema)
