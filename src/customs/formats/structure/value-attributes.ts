import type { BilingualText } from '../../bilingual-text.ts'
import { characterCount } from '../../xml/character-count.ts'
import type { XmlAttribute } from '../../xml/xml-element.ts'
import type { ValueFormat } from './value-format.ts'

/** A test of one attribute value: the fault in plain words, or `undefined`. */
type AttributeRule = (value: string) => BilingualText | undefined

const anyText: AttributeRule = () => undefined

const agency: AttributeRule = (value) =>
  /^[^\n\r]{1,3}$/u.test(value)
    ? undefined
    : {
        en: `"${value}" is no agency code of one to three characters`,
        zh: `“${value}”不是一至三个字符的机构代码`,
      }

const language: AttributeRule = (value) =>
  /^[\t\n\r ]*[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*[\t\n\r ]*$/.test(value)
    ? undefined
    : { en: `"${value}" is no language code`, zh: `“${value}”不是语言代码` }

const currency: AttributeRule = (value) =>
  /^[A-Z]{3}$/.test(value)
    ? undefined
    : {
        en: `"${value}" is no currency code of three capital letters`,
        zh: `“${value}”不是三个大写字母的货币代码`,
      }

const unit: AttributeRule = (value) =>
  value !== '' && characterCount(value) <= 5
    ? undefined
    : {
        en: `"${value}" is no unit code of one to five characters`,
        zh: `“${value}”不是一至五个字符的单位代码`,
      }

const dateFormat: AttributeRule = (value) =>
  value === '102' || value === '304'
    ? undefined
    : {
        en: `"${value}" is no date format, 102 or 304 is`,
        zh: `“${value}”不是日期格式代码 102 或 304`,
      }

/** The attributes that UN/CEFACT unqualified data types 6.0 allow, by kind of value. */
const rulesByKind: Readonly<Record<ValueFormat['kind'], Readonly<Record<string, AttributeRule>>>> =
  {
    code: {
      listID: anyText,
      listAgencyID: agency,
      listAgencyName: anyText,
      listName: anyText,
      listVersionID: anyText,
      name: anyText,
      languageID: language,
      listURI: anyText,
      listSchemeURI: anyText,
    },
    id: {
      schemeID: anyText,
      schemeName: anyText,
      schemeAgencyID: agency,
      schemeAgencyName: anyText,
      schemeVersionID: anyText,
      schemeDataURI: anyText,
      schemeURI: anyText,
    },
    text: { languageID: language },
    plain: {},
    positive: {},
    amount: { currencyID: currency },
    measure: { unitCode: unit },
    quantity: { unitCode: unit },
    count: { unitCode: unit },
    integer: {},
    decimal: {},
    dateTime: { formatCode: dateFormat },
  }

const XSI = 'http://www.w3.org/2001/XMLSchema-instance'

/** What is wrong with the attributes of an element that holds a value of the kind, or a group. */
export function attributeFaults(
  attributes: readonly XmlAttribute[],
  kind: ValueFormat['kind'] | 'group',
): readonly BilingualText[] {
  const rules = kind === 'group' ? {} : rulesByKind[kind]
  const faults: BilingualText[] = []
  for (const { namespace, name, value } of attributes) {
    if (isSchemaHint(namespace, name)) continue
    const rule = namespace === '' ? rules[name] : undefined
    const fault =
      rule === undefined ? { en: 'it is not allowed here', zh: '此处不允许' } : rule(value)
    if (fault !== undefined)
      faults.push({ en: `attribute ${name}: ${fault.en}`, zh: `属性 ${name}：${fault.zh}` })
  }
  if (kind === 'dateTime' && !attributes.some(({ name }) => name === 'formatCode')) {
    faults.push({ en: 'attribute formatCode is missing', zh: '缺少属性 formatCode' })
  }
  return faults
}

/** Hints where schemas lie carry no content; `xsi:type` and `xsi:nil` do, and have no place. */
function isSchemaHint(namespace: string, name: string): boolean {
  return namespace === XSI && (name === 'schemaLocation' || name === 'noNamespaceSchemaLocation')
}
