import type { BulkRunView } from '../../../api/bulk-runs.ts'
import type { BilingualText } from '../../../customs/bilingual-text.ts'

/** What can be done with many cases at once. */
export type BulkAction = BulkRunView['action']

/** What each is called on its button. */
export const bulkActionNames: Readonly<Record<BulkAction, BilingualText>> = {
  declare: { en: 'Declare', zh: '申报' },
  prepare: { en: 'Prepare anew', zh: '重新准备' },
  stop: { en: 'Stop', zh: '停办' },
  reopen: { en: 'Take up again', zh: '重新启动' },
}
