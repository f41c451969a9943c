import { Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'

import type { OfficerAct } from '../../../authority/officers/possible-acts.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import type { ShownDossier } from '../dossier/dossier-query.ts'
import { actOrder, actTerms } from './act-terms.ts'
import styles from './acts.module.css'
import { CloseControlForm } from './CloseControlForm.tsx'
import { DecideSecurityForm } from './DecideSecurityForm.tsx'
import { DisposalForm } from './DisposalForm.tsx'
import { DocumentsForm } from './DocumentsForm.tsx'
import { FindingsForm } from './FindingsForm.tsx'
import { MovePenaltyForm } from './MovePenaltyForm.tsx'
import { PaymentForm } from './PaymentForm.tsx'
import { PenaltyForm } from './PenaltyForm.tsx'
import { ReassessForm } from './ReassessForm.tsx'
import { RequireSecurityForm } from './RequireSecurityForm.tsx'
import { SentenceForm } from './SentenceForm.tsx'

const words = {
  title: { en: 'What you can do', zh: '可执行的操作' },
  nothing: {
    en: 'Nothing is to be decided here. The office or the trader goes on.',
    zh: '此处无需决定，由海关系统或贸易商继续办理。',
  },
}

/** What the forms of all acts are given. */
export interface ActFormInput {
  readonly dossier: ShownDossier
  readonly onDone: () => void
}

/** The acts that this lodgement admits, each with its form below it. */
export function ActsPanel({ dossier }: { readonly dossier: ShownDossier }) {
  const say = useSay()
  const [open, setOpen] = useState<OfficerAct>()
  const possible = actOrder.filter((act) => dossier.possibleActs.includes(act))
  return (
    <Paper
      component="section"
      withBorder
      p="md"
      aria-label={say(words.title)}
      className="screen-only"
    >
      <Title order={2} size="h4" mb="xs">
        {say(words.title)}
      </Title>
      {possible.length === 0 && <Text c="dimmed">{say(words.nothing)}</Text>}
      <Stack gap={0}>
        {possible.map((act) => (
          <div key={act} className={styles.act}>
            <UnstyledButton
              className={styles.head}
              data-act={act}
              aria-expanded={act === open}
              onClick={() => setOpen(act === open ? undefined : act)}
            >
              {act === open ? (
                <ChevronDown size={16} aria-hidden />
              ) : (
                <ChevronRight size={16} aria-hidden />
              )}
              {say(actTerms[act].label)}
            </UnstyledButton>
            {act === open && (
              <FormOf
                act={act}
                dossier={dossier}
                // An act that comes to its end late must not shut the form that was opened since.
                onDone={() => setOpen((current) => (current === act ? undefined : current))}
              />
            )}
          </div>
        ))}
      </Stack>
    </Paper>
  )
}

function FormOf({ act, ...input }: ActFormInput & { readonly act: OfficerAct }) {
  switch (act) {
    case 'record-findings':
      return <FindingsForm {...input} />
    case 're-assess':
      return <ReassessForm {...input} />
    case 'request-documents':
      return <DocumentsForm {...input} />
    case 'close-control':
      return <CloseControlForm {...input} />
    case 'require-security':
      return <RequireSecurityForm {...input} />
    case 'release-security':
    case 'take-security':
      return <DecideSecurityForm act={act} {...input} />
    case 'penalise':
      return <PenaltyForm {...input} />
    case 'record-penalty-payment':
    case 'withdraw-penalty':
      return <MovePenaltyForm act={act} {...input} />
    case 'dispose':
      return <DisposalForm {...input} />
    case 'record-payment':
      return <PaymentForm {...input} />
    case 'ask-question':
    case 'order-inspection':
    case 'release':
    case 'refuse':
    case 'seize':
      return <SentenceForm act={act} {...input} />
  }
}
