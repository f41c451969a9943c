import { Button, Collapse, Group, Stack } from '@mantine/core'
import { Suspense, useState } from 'react'

import type { CaseView } from '../../../../api/views/case-view.ts'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { useGoodsEditState } from './GoodsEditProvider.tsx'
import { AmendAction } from './AmendAction.tsx'
import { ChangeSupplementaryGoods } from './ChangeSupplementaryGoods.tsx'
import { InvalidateAction } from './InvalidateAction.tsx'
import { MendGoods } from './MendGoods.tsx'
import styles from './NextStep.module.css'
import { noticeOfStop } from './notice-of-stop.tsx'
import { ReasonAction } from './ReasonAction.tsx'
import { ReturnAction } from './ReturnAction.tsx'

const words = {
  other: { en: 'Other steps', zh: '其他操作' },
  stop: { en: 'Stop the case', zh: '停办本案' },
  stopReason: { en: 'Why it is stopped', zh: '停办的理由' },
  amend: { en: 'Amend the declaration', zh: '修改报关单' },
  withdraw: { en: 'Withdraw the declaration', zh: '撤销报关单' },
  correct: { en: 'Mend the goods data', zh: '补正货物资料' },
  amendSecond: { en: 'Amend the supplementary declaration', zh: '修改补充申报' },
  withdrawSecond: { en: 'Withdraw the supplementary declaration', zh: '撤销补充申报' },
  change: { en: 'Change the goods data', zh: '更改货物资料' },
  sendBack: { en: 'Send goods back', zh: '退运货物' },
}

type OtherStep = Exclude<keyof typeof words, 'other' | 'stopReason'>

/** What can be done about each of the two declarations while customs have it. */
function stepsOfRequests(
  { state, supplementary, requests }: CaseView,
  may: ReturnType<typeof useSession>['may'],
): readonly OtherStep[] {
  const isAsked = requests.some((request) => request.state === 'requested')
  const ofFirst = ['registered', 'accepted'].includes(state)
  const ofSecond = supplementary?.state === 'accepted'
  if (isAsked || !(ofFirst || ofSecond)) return []
  return [
    ...(may('declarations.amend') ? ([ofFirst ? 'amend' : 'amendSecond'] as const) : []),
    ...(may('declarations.invalidate') ? ([ofFirst ? 'withdraw' : 'withdrawSecond'] as const) : []),
  ]
}

/** Goods of an import that customs have let go can be sent back by an export. */
function canGoBack({ state, parties, declaration }: CaseView): boolean {
  const isLetGo = ['released', 'cleared', 'delivered'].includes(state)
  return isLetGo && parties !== undefined && declaration?.mrn !== undefined
}

/** What is lawful beside the next step; each opens when it is wanted. */
export function OtherSteps({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const { may } = useSession()
  const [edit] = useGoodsEditState()
  const [choice, setChosen] = useState<OtherStep | 'none'>()
  const { id, state } = view
  const canStop = ['draft', 'preparing', 'ready'].includes(state) && may('cases.stop')
  const isOwing = ['owed', 'overdue'].includes(view.supplementary?.state ?? '')
  const steps: readonly OtherStep[] = [
    ...(state === 'ready' && may('goods.change') ? (['correct'] as const) : []),
    ...(canStop ? (['stop'] as const) : []),
    ...(isOwing && may('goods.change') ? (['change'] as const) : []),
    ...stepsOfRequests(view, may),
    ...(canGoBack(view) && may('orders.create') ? (['sendBack'] as const) : []),
  ]
  // What somebody had begun to type does not disappear because a colleague made the case ready.
  const chosen = choice ?? (edit === undefined ? 'none' : 'correct')
  const open = steps.find((step) => step === chosen)
  if (steps.length === 0) return null
  return (
    <Stack gap="sm" className={styles.other}>
      <Group gap="xs" role="group" aria-label={say(words.other)}>
        {steps.map((step) => (
          <Button
            key={step}
            size="xs"
            variant="default"
            aria-expanded={open === step}
            onClick={() => setChosen(open === step ? 'none' : step)}
          >
            {say(words[step])}
          </Button>
        ))}
      </Group>
      <Collapse expanded={open !== undefined}>
        {open === 'correct' && (
          <Suspense fallback={<LoadingRows rows={3} />}>
            <MendGoods view={view} startsWhole />
          </Suspense>
        )}
        {open === 'stop' && (
          <ReasonAction
            caseId={id}
            at="/stop"
            label={say(words.stopReason)}
            button={say(words.stop)}
            color="red"
            onDone={() => noticeOfStop(id)}
          />
        )}
        {(open === 'amend' || open === 'amendSecond' || open === 'change') && (
          <Suspense fallback={<LoadingRows rows={3} />}>
            {open === 'change' ? (
              <ChangeSupplementaryGoods caseId={id} onDone={() => setChosen('none')} />
            ) : (
              <AmendAction
                caseId={id}
                about={open === 'amendSecond' ? 'supplementary' : undefined}
              />
            )}
          </Suspense>
        )}
        {open === 'sendBack' && (
          <Suspense fallback={<LoadingRows rows={3} />}>
            <ReturnAction caseId={id} />
          </Suspense>
        )}
        {open === 'withdraw' && <InvalidateAction caseId={id} />}
        {open === 'withdrawSecond' && <InvalidateAction caseId={id} about="supplementary" />}
      </Collapse>
    </Stack>
  )
}
