import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import type { ExchangeMessageView } from '../../../../api/views/exchange-message-view.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { useExchangeSearch } from '../use-exchange-search.ts'

const words = {
  mend: { en: 'Mend in the case', zh: '在案件中补正' },
  mendOf: (reference: string) => ({
    en: `Mend in the case ${reference}`,
    zh: `在案件中补正：${reference}`,
  }),
  connect: { en: 'Waits for the connection with HMRC', zh: '等待连接英国海关' },
  replaced: { en: 'Show what replaced it', zh: '查看替代报文' },
}

/** Where a message is mended that cannot be sent again as it is, or what has taken its place. */
export function MendLink({ message }: { readonly message: ExchangeMessageView }) {
  const say = useSay()
  const { change } = useExchangeSearch()
  const { mending, caseId, caseReference, replacedBy, waitsFor } = message
  if (waitsFor === 'connection') return say(words.connect)
  if (mending === 'case' && caseId !== undefined) {
    return (
      <Anchor
        component={Link}
        to={`/cases/${caseId}`}
        size="sm"
        aria-label={say(words.mendOf(caseReference ?? caseId))}
      >
        {say(words.mend)}
      </Anchor>
    )
  }
  if (replacedBy === undefined) return null
  return (
    <Anchor component="button" size="sm" onClick={() => change({ message: replacedBy })}>
      {say(words.replaced)}
    </Anchor>
  )
}
