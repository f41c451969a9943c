import type { OfficerAct } from '../../../authority/officers/possible-acts.ts'
import type { ShownDossier } from '../dossier/dossier-query.ts'
import { actOrder, actTerms } from './act-terms.ts'
import { ActList } from './ActList.tsx'
import { CloseControlForm } from './CloseControlForm.tsx'
import { DecideKeptForm } from './DecideKeptForm.tsx'
import { DecideSecurityForm } from './DecideSecurityForm.tsx'
import { DisposalForm } from './DisposalForm.tsx'
import { DocumentsForm } from './DocumentsForm.tsx'
import { FindingsForm } from './FindingsForm.tsx'
import { KeepBackForm } from './KeepBackForm.tsx'
import { MovePenaltyForm } from './MovePenaltyForm.tsx'
import { PaymentForm } from './PaymentForm.tsx'
import { PenaltyForm } from './PenaltyForm.tsx'
import { ReassessForm } from './ReassessForm.tsx'
import { RequireSecurityForm } from './RequireSecurityForm.tsx'
import { SentenceForm } from './SentenceForm.tsx'

const words = {
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
  return (
    <ActList
      acts={actOrder.filter((act) => dossier.possibleActs.includes(act))}
      labelOf={(act) => actTerms[act].label}
      nothing={words.nothing}
      formOf={(act, onDone) => <FormOf act={act} dossier={dossier} onDone={onDone} />}
    />
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
    case 'keep-back':
      return <KeepBackForm {...input} />
    case 'decide-kept':
      return <DecideKeptForm {...input} />
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
