import { Alert, Button, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { CorrectionFiguresView } from '../../../api/case-correspondence.ts'
import { change } from '../../kit/api/ask.ts'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { TaxComparison } from '../../kit/components/TaxComparison.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import type { Consignment } from '../../../customs/consignment/consignment.ts'
import { caseQueries, type VersionedGoods } from '../case/case-queries.ts'
import { type GoodsDraft, mendingFrom, statesTheSame, valueAt } from '../case/goods-mending.ts'
import { AllGoodsFields } from '../case/next/AllGoodsFields.tsx'
import { GoodsFieldInput } from '../case/next/GoodsFieldInput.tsx'

const words = {
  open: { en: 'Work out the amount from the goods data', zh: '按货物资料计算差额' },
  how: {
    en: 'Write the goods data as they should have been declared. Nothing is changed and nothing is sent.',
    zh: '请按应申报的内容填写货物资料。不会更改任何数据，也不会发送。',
  },
  work: { en: 'Work it out', zh: '计算' },
  at: { en: 'Worked out', zh: '计算时间' },
  changed: {
    en: 'The goods data have been changed since. The figures, and the amount taken from them, are still those of the data before; work them out again.',
    zh: '此后货物资料已有改动。以下数字及由此得出的差额仍按改动前的资料计算，请重新计算。',
  },
  figures: { en: 'What the error makes', zh: '差错所致税费' },
  columns: {
    before: { en: 'As declared', zh: '原申报' },
    after: { en: 'Correct', zh: '应为' },
  },
  by: {
    assessment: {
      en: 'What was declared is taken as customs have assessed it.',
      zh: '原申报税费以海关核定为准。',
    },
    'own-calculation': {
      en: 'What was declared is as we work it out; customs have not assessed it.',
      zh: '原申报税费为我方计算结果，海关尚未核定。',
    },
  },
}

interface CorrectionFiguresProps {
  readonly caseId: string
  /** Told the difference, in pounds, each time that it is worked out. */
  readonly onWorkedOut: (difference: string) => void
}

/** Works out what an error makes, from the goods data as they should have been declared. */
export function CorrectionFigures({ caseId, onWorkedOut }: CorrectionFiguresProps) {
  const say = useSay()
  const [isOpen, setIsOpen] = useState(false)
  const { data: base, error } = useQuery({ ...caseQueries.goods(caseId), enabled: isOpen })
  if (!isOpen) {
    return (
      <Button variant="default" onClick={() => setIsOpen(true)}>
        {say(words.open)}
      </Button>
    )
  }
  if (base === undefined) return <ProblemNote error={error} />
  return <FiguresOfGoods {...{ caseId, base, onWorkedOut }} />
}

interface FiguresOfGoodsProps extends CorrectionFiguresProps {
  readonly base: VersionedGoods
}

/** What figures were worked out from. */
interface AskedOf {
  readonly goods: Consignment
  readonly draft: GoodsDraft
}

function FiguresOfGoods({ caseId, base: { goods }, onWorkedOut }: FiguresOfGoodsProps) {
  const say = useSay()
  const [draft, setDraft] = useState<GoodsDraft>({})
  // They stay with the amount that was taken from them until others take their place.
  const [worked, setWorked] = useState<{ of: AskedOf; figures: CorrectionFiguresView }>()
  const corrected = mendingFrom(goods, draft)
  const working = useMutation({
    mutationFn: (of: AskedOf) =>
      change<CorrectionFiguresView>(`/v1/cases/${caseId}/correction-figures`, {
        body: { goods: mendingFrom(of.goods, of.draft) },
      }),
    onSuccess: (figures, of) => {
      setWorked({ of, figures })
      onWorkedOut(figures.difference.amount)
    },
  })
  const isOfOtherData =
    worked !== undefined &&
    !(
      statesTheSame(worked.of.goods, goods) &&
      asText(mendingFrom(worked.of.goods, worked.of.draft)) === asText(corrected)
    )
  return (
    <Stack gap="sm">
      <Text size="sm">{say(words.how)}</Text>
      {/* An answer belongs to the data that were asked about. */}
      <fieldset
        disabled={working.isPending}
        style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}
      >
        <AllGoodsFields
          goods={goods}
          withOrdered
          inputFor={(field) => (
            <GoodsFieldInput
              key={field.path}
              field={field}
              namesItem={false}
              value={draft[field.path] ?? valueAt(goods, field.path)}
              onChange={(value) => setDraft((before) => ({ ...before, [field.path]: value }))}
            />
          )}
        />
      </fieldset>
      <Button
        variant="default"
        disabled={corrected === undefined}
        loading={working.isPending}
        onClick={() => working.mutate({ goods, draft })}
      >
        {say(words.work)}
      </Button>
      <ProblemNote error={working.error} />
      {isOfOtherData && (
        <Alert color="yellow" role="status">
          {say(words.changed)}
        </Alert>
      )}
      {worked !== undefined && <Figures figures={worked.figures} />}
    </Stack>
  )
}

/** Typed back to what it was, a draft asks for the same. */
function asText(mending: ReturnType<typeof mendingFrom>): string {
  return JSON.stringify(mending ?? {})
}

function Figures({ figures }: { readonly figures: CorrectionFiguresView }) {
  const say = useSay()
  const { taxes, declared, correct, difference, by } = figures
  return (
    <Stack gap={4} role="status">
      <TaxComparison
        label={say(words.figures)}
        taxes={taxes.map((tax) => ({ ...tax, before: tax.declared, after: tax.correct }))}
        total={{ before: declared, after: correct, difference }}
        columns={words.columns}
      />
      <Text size="sm">{say(words.by[by])}</Text>
      <Text size="sm" c="dimmed">
        {say(words.at)} <InstantText at={figures.workedOutAt} />
      </Text>
    </Stack>
  )
}
