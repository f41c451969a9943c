import { Value } from 'typebox/value'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { initialSettings, settingsSchema, type Settings } from '../processing/settings.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'

/** The settings as stored; what was never set, or is no longer understood, has its first value. */
export async function loadSettings(transaction: AuthorityTransaction): Promise<Settings> {
  const rows = await transaction.selectFrom('setting').select(['name', 'value']).execute()
  const stored = {
    ...initialSettings,
    ...Object.fromEntries(rows.map((row) => [row.name, row.value])),
  }
  return Value.Check(settingsSchema, stored) ? stored : initialSettings
}

export async function saveSettings(
  transaction: AuthorityTransaction,
  settings: Settings,
  change: { readonly at: Instant; readonly by: string },
): Promise<void> {
  await transaction
    .insertInto('setting')
    .values(
      Object.entries(settings).map(([name, value]) => ({
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
