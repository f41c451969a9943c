import { Alert, Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'

import type { Assessment } from '../../../authority/assessment/assessment.ts'
import type { DecisionPreview } from '../../../authority/correspondence/preview-decision.ts'
import type { ThreadOutcome } from '../../../authority/correspondence/thread.ts'
import type { ItemCorrection } from '../../../authority/officers/finding.ts'
import { addDecimals, decimal, type DecimalText } from '../../../customs/money/decimal.ts'
import { change } from '../../kit/api/ask.ts'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { TaxComparison } from '../../kit/components/TaxComparison.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { PreviewBars } from '../acts/PreviewBars.tsx'
import type { Wire } from '../wire.ts'

const words = {
  preview: { en: 'See the difference', zh: '预览差额' },
  taxes: { en: 'Payable, tax by tax', zh: '各税种应付额' },
  columns: { before: { en: 'Before', zh: '更正前' }, after: { en: 'After', zh: '更正后' } },
  cash: (sum: string) => ({
    en: `${sum} has to be paid in cash before this can be decided; state the receipt.`,
    zh: `作出该决定前须先缴现金 ${sum}；请填写收款凭证号。`,
  }),
}

interface DecisionPreviewPartProps {
  readonly thread: string
  readonly outcome: ThreadOutcome
  /** What the items are to be held for; the office finds out by itself where a decision is cancelled. */
  readonly items: readonly ItemCorrection[]
}

/** Shows what a decision would make of duty and tax, before it is taken. */
export function DecisionPreviewPart({ thread, outcome, items }: DecisionPreviewPartProps) {
  const say = useSay()
  const order = JSON.stringify({ outcome, ...(items.length > 0 && { items }) })
  const preview = useMutation({
    mutationFn: async (asked: string) => ({
      asked,
      figures: await change<Wire<DecisionPreview>>(
        `/officers/correspondence/${thread}/decision/preview`,
        { body: JSON.parse(asked) as object },
      ),
    }),
  })
  // What was previewed may not be what stands in the form any more.
  const figures = preview.data?.asked === order ? preview.data.figures : undefined
  return (
    <>
      <Button
        variant="light"
        c="var(--mantine-color-text)"
        disabled={outcome !== 'cancelled' && items.length === 0}
        loading={preview.isPending}
        onClick={() => preview.mutate(order)}
      >
        {say(words.preview)}
      </Button>
      <ProblemNote error={preview.error} />
      {figures !== undefined && <Figures figures={figures} />}
    </>
  )
}

function Figures({ figures }: { readonly figures: Wire<DecisionPreview> }) {
  const say = useSay()
  const { money } = useFormats()
  const { before, after, cashDueGbp } = figures
  return (
    <>
      <PreviewBars preview={figures} />
      <TaxComparison
        label={say(words.taxes)}
        taxes={taxesOf(before, after).map((taxType) => ({
          taxType,
          ...compared(dueOf(before, taxType), dueOf(after, taxType)),
        }))}
        total={compared(before.payableGbp, after.payableGbp)}
        columns={words.columns}
      />
      {cashDueGbp !== undefined && (
        <Alert color="orange">
          {say(words.cash(money({ amount: cashDueGbp, currency: 'GBP' })))}
        </Alert>
      )}
    </>
  )
}

function linesOf({ items }: Wire<Assessment>) {
  return items.flatMap(({ taxLines }) => taxLines)
}

function taxesOf(...both: readonly Wire<Assessment>[]): readonly string[] {
  return [...new Set(both.flatMap(linesOf).map(({ taxType }) => taxType))].sort()
}

function dueOf(assessment: Wire<Assessment>, wanted: string): DecimalText {
  const lines = linesOf(assessment).filter(({ taxType }) => taxType === wanted)
  return addDecimals(...lines.map(({ payableGbp }) => decimal(payableGbp)))
}

function compared(before: string, after: string) {
  const inPounds = (amount: string) => ({ amount, currency: 'GBP' })
  const difference = addDecimals(decimal(after), negated(before))
  return { before: inPounds(before), after: inPounds(after), difference: inPounds(difference) }
}

function negated(amount: string): DecimalText {
  return decimal(amount.startsWith('-') ? amount.slice(1) : `-${amount}`)
}
