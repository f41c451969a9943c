import { Button, Stack, Table, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { CorrectionFiguresView } from '../../../api/case-correspondence.ts'
import { taxTypeName } from '../../../customs/duty/tax-type-words.ts'
import { change } from '../../kit/api/ask.ts'
import { MoneyText } from '../../kit/components/MoneyText.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { caseQueries, type VersionedGoods } from '../case/case-queries.ts'
import { type GoodsDraft, mendingFrom, valueAt } from '../case/goods-mending.ts'
import { AllGoodsFields } from '../case/next/AllGoodsFields.tsx'
import { GoodsFieldInput } from '../case/next/GoodsFieldInput.tsx'

const words = {
  open: { en: 'Work out the amount from the goods data', zh: '按货物资料计算差额' },
  how: {
    en: 'Write the goods data as they should have been declared. Nothing is changed and nothing is sent.',
    zh: '请按应申报的内容填写货物资料。不会更改任何数据，也不会发送。',
  },
  work: { en: 'Work it out', zh: '计算' },
  figures: { en: 'What the error makes', zh: '差错所致税费' },
  tax: { en: 'Tax', zh: '税种' },
  declared: { en: 'As declared', zh: '原申报' },
  correct: { en: 'Correct', zh: '应为' },
  difference: { en: 'Difference', zh: '差额' },
  all: { en: 'Duty and tax together', zh: '税费合计' },
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

function FiguresOfGoods({ caseId, base: { goods }, onWorkedOut }: FiguresOfGoodsProps) {
  const say = useSay()
  const [draft, setDraft] = useState<GoodsDraft>({})
  const corrected = mendingFrom(goods, draft)
  const working = useMutation({
    mutationFn: () =>
      change<CorrectionFiguresView>(`/v1/cases/${caseId}/correction-figures`, {
        body: { goods: corrected },
      }),
    onSuccess: ({ difference }) => onWorkedOut(difference.amount),
  })
  const type = (path: string, value: string): void => {
    // Figures of other goods data than those on the screen would mislead.
    working.reset()
    setDraft((before) => ({ ...before, [path]: value }))
  }
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
              onChange={(value) => type(field.path, value)}
            />
          )}
        />
      </fieldset>
      <Button
        variant="default"
        disabled={corrected === undefined}
        loading={working.isPending}
        onClick={() => working.mutate()}
      >
        {say(words.work)}
      </Button>
      <ProblemNote error={working.error} />
      {working.data !== undefined && <Figures figures={working.data} />}
    </Stack>
  )
}

function Figures({ figures }: { readonly figures: CorrectionFiguresView }) {
  const say = useSay()
  const rows = [
    ...figures.taxes.map((tax) => ({ ...tax, name: say(taxTypeName(tax.taxType)) })),
    { ...figures, name: say(words.all) },
  ]
  return (
    <Stack gap={4} role="status">
      <Table.ScrollContainer minWidth={320}>
        <Table aria-label={say(words.figures)}>
          <Table.Thead>
            <Table.Tr>
              {[words.tax, words.declared, words.correct, words.difference].map((name) => (
                <Table.Th key={name.en}>{say(name)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ name, declared, correct, difference }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">{name}</Table.Th>
                {Object.entries({ declared, correct, difference }).map(([column, value]) => (
                  <Table.Td key={column}>
                    <MoneyText value={value} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm">{say(words.by[figures.by])}</Text>
    </Stack>
  )
}
