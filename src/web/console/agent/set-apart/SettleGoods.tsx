import { useQueryClient } from '@tanstack/react-query'

import type { SetApartView } from '../../../../api/views/set-apart-view.ts'
import { change } from '../../../kit/api/ask.ts'
import { ReasonDialog } from '../../../kit/components/ReasonDialog.tsx'
import { showNotice } from '../../../kit/notices.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'

const words = {
  'sent-back': {
    title: { en: 'These pieces were sent back', zh: '这些货物已退回' },
    confirm: { en: 'Record the return', zh: '登记退回' },
  },
  'disposed-of': {
    title: { en: 'These pieces were disposed of', zh: '这些货物已处置' },
    confirm: { en: 'Record the disposal', zh: '登记处置' },
  },
  final: {
    en: 'It ends their record: say it once they have left the warehouse.',
    zh: '登记后即告终结，请在货物离库后登记。',
  },
  reason: { en: 'How and why', zh: '方式与原因' },
  keep: { en: 'Not yet', zh: '暂不' },
  done: { en: 'It is on record.', zh: '已登记。' },
}

/** How pieces that were kept apart may leave the warehouse. */
export type Outcome = 'sent-back' | 'disposed-of'

interface SettleGoodsProps {
  readonly pieces: SetApartView
  readonly outcome: Outcome
  readonly onClose: () => void
}

/** Asks how the pieces left, and records it. */
export function SettleGoods({ pieces, outcome, onClose }: SettleGoodsProps) {
  const say = useSay()
  const queries = useQueryClient()
  return (
    <ReasonDialog
      title={say(words[outcome].title)}
      lead={say(words.final)}
      label={say(words.reason)}
      keep={say(words.keep)}
      confirm={say(words[outcome].confirm)}
      onClose={onClose}
      act={(reason) =>
        change(`/v1/set-apart-goods/${pieces.id}/settlement`, { body: { outcome, reason } })
      }
      onDone={async () => {
        onClose()
        showNotice({ message: say(words.done) })
        await queries.invalidateQueries({ queryKey: ['set-apart'] })
      }}
    />
  )
}
