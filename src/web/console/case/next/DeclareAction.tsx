import { Checkbox, Radio, SimpleGrid, Stack, Text } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'

import type { CaseView } from '../../../../api/views/case-view.ts'
import { leadsOut } from '../../../../customs/lane/lane-decision.ts'
import { problemOf } from '../../../kit/api/problem.ts'
import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { useSession } from '../../../kit/session.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { tenantQuery } from '../../settings/business/tenant-query.ts'
import { caseQueries } from '../case-queries.ts'
import { OpenPointNote } from '../OpenPointNote.tsx'
import { useCaseChange } from '../use-case-change.ts'
import { ActionForm } from './ActionForm.tsx'
import { PrepareAction } from './PrepareAction.tsx'

const words = {
  declare: { en: 'Declare the goods', zh: '提交申报' },
  when: { en: 'Where are the goods?', zh: '货物在哪里？' },
  D: { en: 'Still on their way', zh: '仍在途中' },
  DHint: {
    en: 'Customs register the declaration now and act when the arrival is reported (type D).',
    zh: '海关先登记报关单，到港通知后再处理（D 类）。',
  },
  A: { en: 'They have arrived', zh: '已到港' },
  AHint: {
    en: 'Customs act at once; a declaration of goods that are not there is unlawful (type A).',
    zh: '海关立即处理；货物未到而作此申报属违法（A 类）。',
  },
  exportD: { en: 'Not at the port yet', zh: '尚未到达港口' },
  exportDHint: {
    en: 'Customs register the declaration now and act when the port reports the goods (type D).',
    zh: '海关先登记报关单，港口报告到货后再处理（D 类）。',
  },
  exportA: { en: 'They are at the port', zh: '已在港口' },
  exportAHint: {
    en: 'Customs act at once, and have to find the goods there (type A).',
    zh: '海关立即处理，且货物须在港可查（A 类）。',
  },
  nothingDue: {
    en: 'The goods leave the country: nothing is charged here.',
    zh: '货物为出口，此处不收税费。',
  },
  simplified: { en: 'Simplified first, completed afterwards', zh: '先作简化申报，事后补充' },
  simplifiedHint: {
    en: 'The goods are released without charges (types F and C); duty and VAT are owed with the supplementary declaration.',
    zh: '货物放行时不缴税（F、C 类），税费随补充申报缴纳。',
  },
  customsValue: { en: 'Customs value', zh: '完税价格' },
  due: { en: 'Due at import', zh: '进口应缴' },
  figuresOf: { en: 'Figures of', zh: '核算日期' },
  readOnly: {
    en: 'Your role may not declare. Somebody who declares can.',
    zh: '您的角色无权申报，请联系申报人员。',
  },
}

const { D, DHint, A, AHint } = words
const atTheBorder = { D, DHint, A, AHint }
const atThePort = {
  D: words.exportD,
  DHint: words.exportDHint,
  A: words.exportA,
  AHint: words.exportAHint,
}

/** Hands the declaration in, with what it will cost in view. */
export function DeclareAction({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const { day } = useFormats()
  const session = useSession()
  const declare = useCaseChange(view.id)
  const [type, setType] = useState<'A' | 'D'>('D')
  const hasArrived = view.transport === 'arrived' || view.transport === 'presented'
  const [chosen, setChosen] = useState(false)
  const simplification = useSimplification(view)
  const leaves = leadsOut(view.lane?.lane)
  const where = leaves ? atThePort : atTheBorder
  const additionalType = chosen ? type : hasArrived ? 'A' : 'D'
  if (!session.may('cases.declare')) return <Text size="sm">{say(words.readOnly)}</Text>
  const isOutdated =
    declare.error !== null && problemOf(declare.error).failures[0]?.code === 'quote-outdated'
  return (
    <Stack gap="sm">
      {view.quote && (
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          <Figure label={say(words.customsValue)}>
            <MoneyText value={view.quote.customsValue} />
          </Figure>
          <Figure label={say(words.due)}>
            <MoneyText value={view.quote.dueAtImport} />
          </Figure>
          <Figure label={say(words.figuresOf)}>{day(view.quote.on)}</Figure>
        </SimpleGrid>
      )}
      {leaves && <Text size="sm">{say(words.nothingDue)}</Text>}
      <LookAtThese caseId={view.id} />
      <ActionForm
        button={say(words.declare)}
        isPending={declare.isPending}
        error={declare.error}
        onSubmit={() => {
          const typeOf = { A: 'C', D: 'F' } as const
          const { isChosen } = simplification
          const lodged = isChosen ? typeOf[additionalType] : additionalType
          declare.mutate({ at: '/declare', body: { additionalType: lodged } })
        }}
      >
        <Radio.Group
          label={say(words.when)}
          value={additionalType}
          onChange={(value) => {
            setChosen(true)
            setType(value === 'A' ? 'A' : 'D')
          }}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="D" label={say(where.D)} description={say(where.DHint)} />
            <Radio value="A" label={say(where.A)} description={say(where.AHint)} />
          </Stack>
        </Radio.Group>
        {simplification.isOffered && !leaves && (
          <Checkbox
            label={say(words.simplified)}
            description={say(words.simplifiedHint)}
            checked={simplification.isChosen}
            onChange={({ currentTarget }) => simplification.choose(currentTarget.checked)}
          />
        )}
      </ActionForm>
      {isOutdated && <PrepareAction view={view} why="day" />}
    </Stack>
  )
}

/** What does not keep the declaration back and should be looked at before it goes out. */
function LookAtThese({ caseId }: { readonly caseId: string }) {
  const { items } = useSuspenseQuery(caseQueries.openPoints(caseId)).data
  return items
    .filter(({ severity }) => severity === 'warning')
    .map((point) => <OpenPointNote key={`${point.code} ${point.fieldPath}`} point={point} />)
}

/**
 * Whether the goods may be declared in two steps, which takes an authorisation and a lane of the full
 * data set, and whether that is chosen: by the order, unless somebody chooses otherwise here.
 */
function useSimplification({ id, lane }: CaseView) {
  const [chosen, choose] = useState<boolean>()
  const tenant = useQuery(tenantQuery)
  const { goods } = useSuspenseQuery(caseQueries.goods(id)).data
  const isAuthorised = tenant.data?.profile.simplifiedDeclarations !== undefined
  const isOffered = isAuthorised && /^(gb|ni)-h1/.test(lane?.lane ?? '')
  return { isOffered, isChosen: chosen ?? goods.simplifiedDeclaration === true, choose }
}

function Figure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fw={650} size="lg">
        {children}
      </Text>
    </div>
  )
}
