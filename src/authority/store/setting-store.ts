import { Value } from 'typebox/value'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { initialSettings, settingsSchema, type Settings } from '../processing/settings.ts'
import type { ClockAnchor } from '../hours/office-clock.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'

/** The settings as stored. One that was never set, or is no longer understood, has its first value. */
export async function loadSettings(transaction: AuthorityTransaction): Promise<Settings> {
  const rows = await transaction.selectFrom('setting').select(['name', 'value']).execute()
  return rows.reduce<Settings>((settings, { name, value }) => {
    const next = { ...settings, [name]: value }
    return Value.Check(settingsSchema, next) ? next : settings
  }, initialSettings)
}

/** Under which the clock of the office is kept beside the settings. */
const ANCHOR = 'clockAnchor'

/** From where the clock of the office runs on, once its speed was set. */
export async function loadAnchor(
  transaction: AuthorityTransaction,
): Promise<ClockAnchor | undefined> {
  const row = await transaction
    .selectFrom('setting')
    .select('value')
    .where('name', '=', ANCHOR)
    .executeTakeFirst()
  return row?.value as ClockAnchor | undefined
}

/**
 * Keeps all settings, one row each. Every row names who saved last and when, whether or not its
 * value changed by it.
 */
export async function saveSettings(
  transaction: AuthorityTransaction,
  { settings, anchor }: { readonly settings: Settings; readonly anchor: ClockAnchor },
  change: { readonly at: Instant; readonly by: string },
): Promise<void> {
  await transaction
    .insertInto('setting')
    .values(
      Object.entries({ ...settings, [ANCHOR]: anchor }).map(([name, value]) => ({
        name,
        value: JSON.stringify(value),
        changed_at: change.at,
        changed_by: change.by,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((column) => ({
        value: column.ref('excluded.value'),
        changed_at: column.ref('excluded.changed_at'),
        changed_by: column.ref('excluded.changed_by'),
      })),
    )
    .execute()
}
