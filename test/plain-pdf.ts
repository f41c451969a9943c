/** The smallest sound PDF, its text not compressed, so that a trace of it would be found. */
export function plainPdf(text: string): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R >>',
    `<< /Length ${text.length + 12} >>\nstream\nBT (${text}) Tj ET\nendstream`,
  ]
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((content, index) => {
    const offset = pdf.length
    pdf += `${index + 1} 0 obj\n${content}\nendobj\n`
    return offset
  })
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const table = pdf.length
  return (
    `${pdf}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join('')}` +
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  )
}
