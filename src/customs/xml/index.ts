export { characterCount } from './character-count.ts'
export { readXml, type XmlFailure, type XmlLimits } from './read-xml.ts'
export { isXmlText, writeXml, type XmlContent } from './write-xml.ts'
export {
  attributeOf,
  childNamed,
  childrenNamed,
  findElement,
  type XmlAttribute,
  type XmlElement,
  type XmlPosition,
} from './xml-element.ts'
