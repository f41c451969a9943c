import { Alert, Anchor, SimpleGrid, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'

import type { CaseView } from '../../../../api/views/case-view.ts'
import { MoneyText } from '../../../kit/components/MoneyText.tsx'
import { useSession } from '../../../kit/session.ts'
import { failureText } from '../../../kit/words/failure-text.ts'
import { useFormats, useLanguage, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { SupplementaryChanges } from '../SupplementaryChanges.tsx'
import { useCaseChange } from '../use-case-change.ts'
import { ActionForm } from './ActionForm.tsx'

const words = {
  handIn: { en: 'Hand in the supplementary declaration', zh: '提交补充申报' },
  due: { en: 'Due by', zh: '截止日期' },
  expected: { en: 'Duty and VAT owed with it, as quoted', zh: '随之应缴税费（按报价）' },
  overdue: {
    en: 'Its day has passed. Hand it in at once, and tell HMRC that it is late.',
    zh: '已过截止日期。请立即提交，并告知 HMRC 逾期情况。',
  },
  rejected: {
    en: 'Customs did not take the last one. Mend what they name, then hand it in again.',
    zh: '海关未接受上一次补充申报。请补正所示内容后重新提交。',
  },
  toField: { en: 'See it in the declaration', zh: '在报关单中查看' },
  readOnly: {
    en: 'Your role may not declare. Somebody who declares can.',
    zh: '您的角色无权申报，请联系申报人员。',
  },
}

/** Completes the simplified declaration on which the goods were released. */
export function SupplementaryAction({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const { day } = useFormats()
  const { language } = useLanguage()
  const { may } = useSession()
  const handIn = useCaseChange(view.id)
  const { supplementary } = view
  if (supplementary === undefined) return null
  const { state, dueOn, expected, obstacles } = supplementary
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <div>
          <Text size="sm" c="dimmed">
            {say(words.due)}
          </Text>
          <Text fw={650} size="lg">
            {day(dueOn)}
          </Text>
        </div>
        {expected && (
          <div>
            <Text size="sm" c="dimmed">
              {say(words.expected)}
            </Text>
            <Text fw={650} size="lg" component="div">
              <MoneyText value={expected} />
            </Text>
          </div>
        )}
      </SimpleGrid>
      {state === 'overdue' && <Alert color="red">{say(words.overdue)}</Alert>}
      {obstacles.length > 0 && (
        <Text>
          {say(words.rejected)}{' '}
          <Anchor
            underline="always"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/cases/$caseId"
                params={{ caseId: view.id }}
                search={{ section: 'declaration' }}
                resetScroll={false}
              />
            )}
          >
            {say(words.toField)}
          </Anchor>
        </Text>
      )}
      {obstacles.map((obstacle) => {
        const { message, lang } = failureText(obstacle, language)
        return (
          <Alert key={message} color="yellow" lang={lang}>
            {message}
          </Alert>
        )
      })}
      <SupplementaryChanges caseId={view.id} />
      {may('cases.declare') ? (
        <ActionForm
          button={say(words.handIn)}
          isPending={handIn.isPending}
          error={handIn.error}
          onSubmit={() => handIn.mutate({ at: '/supplementary-declaration' })}
        />
      ) : (
        <Text size="sm">{say(words.readOnly)}</Text>
      )}
    </Stack>
  )
}
