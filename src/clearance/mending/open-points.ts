import type { BilingualText } from '../../customs/bilingual-text.ts'
import { dataElementOfField, type DataElement } from '../../customs/formats/uk-cds/data-element.ts'
import type { ErrorExplanation } from '../../customs/formats/uk-cds/explain-notification.ts'
import type { Finding } from '../../customs/readiness/finding.ts'
import type { Failure } from '../../customs/result.ts'
import type { RuleWarning } from '../events/case-event.ts'
import { failureMend, failureTitle } from './failure-words.ts'
import { goodsFactAt, goodsFactBehind, type GoodsFact } from './goods-facts.ts'

/** Something that is to be mended before a case can go on, explained and with its place. */
export interface OpenPoint {
  /**
   * Who found it: the checks of the goods data, the preparation of the case, the rules on declarations,
   * or the authority.
   */
  readonly source: 'goods-check' | 'preparation' | 'declaration-rule' | 'authority'
  readonly severity: 'blocking' | 'warning'
  /** Name of the rule, code of the failure, or the authority's error code. */
  readonly code: string
  readonly explanation: BilingualText
  readonly mend?: BilingualText
  /** The exact words of the check or of the authority, in the language in which they came. */
  readonly words?: string
  /** Where the preparation of the case came up against it, such as `/documents/packing-list`. */
  readonly path?: string
  /** The fact of the goods data to mend; absent where it is something else. */
  readonly goodsFact?: GoodsFact
  /** JSON Pointer into the declaration, where the point speaks of a field of it. */
  readonly fieldPath?: string
  readonly dataElement?: DataElement
}

/** What the open points of a case are read from. */
export interface PointSources {
  readonly findings: readonly Finding[]
  readonly obstacles: readonly Failure[]
  readonly warnings?: readonly RuleWarning[]
  /** The authority's errors where it has rejected the declaration and nothing was mended since. */
  readonly rejection?: readonly ErrorExplanation[]
}

/** All that stands open, what the authority says first. */
export function openPoints({
  findings,
  obstacles,
  warnings = [],
  rejection,
}: PointSources): readonly OpenPoint[] {
  const fromChecks = findings.map(pointOfFinding)
  const fromRules = warnings.map(pointOfWarning)
  // The preparation comes up against the same fact that a check has missed already.
  const named = new Set(fromChecks.map(({ goodsFact }) => goodsFact?.path))
  const fromPreparation = obstacles
    .map(pointOfObstacle)
    .filter(({ goodsFact }) => goodsFact === undefined || !named.has(goodsFact.path))
  // A rejection stands among the obstacles as well, but without its explanation. What was refused at the
  // door has no errors of that kind.
  return rejection === undefined || rejection.length === 0
    ? [...fromChecks, ...fromPreparation, ...fromRules]
    : [...rejection.map(pointOfError), ...fromChecks, ...fromRules]
}

function pointOfFinding({ id, severity, path, message, mend }: Finding): OpenPoint {
  const goodsFact = goodsFactAt(path)
  return {
    ...{ source: 'goods-check', severity, code: id, explanation: message, mend },
    ...(goodsFact && { goodsFact }),
  }
}

function pointOfWarning({ rule, path, message, mend }: RuleWarning): OpenPoint {
  const goodsFact = goodsFactBehind(path)
  return {
    ...{ source: 'declaration-rule', severity: 'warning', code: rule, explanation: message, mend },
    ...(goodsFact && { goodsFact }),
    ...fieldOf(path),
  }
}

const DECLARATION_PATH =
  /^\/(goodsShipment|exporter|declarant|agent|borderTransportMeans|invoiceAmount|additionalDocuments|authorisationHolders|obligationGuarantees|totalPackageQuantity|typeCode|lrn)(\/|$)/

function pointOfObstacle(obstacle: Failure): OpenPoint {
  const { code, path } = obstacle
  const isOfDeclaration = DECLARATION_PATH.test(path)
  const goodsFact = isOfDeclaration ? goodsFactBehind(path) : goodsFactAt(path)
  return {
    ...{ source: 'preparation', severity: 'blocking', code, path },
    ...wordingOf(obstacle),
    ...(goodsFact && { goodsFact }),
    ...(isOfDeclaration && fieldOf(path)),
  }
}

/**
 * What the obstacle says in both languages. One that was recorded without a Chinese wording is
 * explained by its kind, beside its own words.
 */
function wordingOf(obstacle: Failure): Pick<OpenPoint, 'explanation' | 'mend' | 'words'> {
  const { code, message, mend, zh } = obstacle
  if (zh !== undefined) {
    return {
      explanation: { en: message, zh: zh.message },
      ...(mend !== undefined && zh.mend !== undefined && { mend: { en: mend, zh: zh.mend } }),
    }
  }
  const general = failureMend(code, mend)
  return { explanation: failureTitle(code), words: message, ...(general && { mend: general }) }
}

/** Customs may use a code that is new to us; then its own words say what is wrong. */
const unexplained: BilingualText = {
  en: 'Customs objects to the declaration with a code that we have no explanation for.',
  zh: '海关以我方尚无解释的代码提出异议。',
}

function pointOfError(error: ErrorExplanation): OpenPoint {
  const { code, explanation = unexplained, mend, description, fieldPath, dataElement } = error
  const goodsFact = fieldPath === undefined ? undefined : goodsFactBehind(fieldPath)
  return {
    ...{ source: 'authority', severity: 'blocking', code, explanation },
    ...(mend && { mend }),
    ...(description !== undefined && { words: description }),
    ...(goodsFact && { goodsFact }),
    ...(fieldPath !== undefined && { fieldPath }),
    ...(dataElement && { dataElement }),
  }
}

function fieldOf(fieldPath: string): Pick<OpenPoint, 'fieldPath' | 'dataElement'> {
  const dataElement = dataElementOfField(fieldPath)
  return { fieldPath, ...(dataElement && { dataElement }) }
}
