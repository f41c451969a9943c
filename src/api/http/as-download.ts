/** RFC 6266: the name in its own script, and nothing of it that could end the header. */
export function asDownload(fileName: string): string {
  const ascii = fileName.replaceAll(/[^\w. -]/g, '_')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`
}
