/** One header field of a mail, its name in lower case, in the order in which they stand. */
export interface HeaderLine {
  readonly key: string
  readonly line: string
}

/**
 * Whether our own mail server found that a mail comes from the domain of its sender. It notes what it
 * checked in `Authentication-Results` under its own name and takes out what others wrote under that name
 * (RFC 8601 section 5), so only the uppermost line under it counts.
 *
 * @param server the name under which it notes
 * @param sender the address in `From`
 */
export function isSenderProved(
  headers: readonly HeaderLine[],
  server: string,
  sender: string,
): boolean {
  const results = headers
    .filter(({ key }) => key === 'authentication-results')
    .map(({ line }) => withoutComments(line.slice(line.indexOf(':') + 1)))
    .find((result) => result.split(';')[0]!.trim().split(/\s/)[0]!.toLowerCase() === server)
  if (results === undefined) return false
  const domain = sender.slice(sender.lastIndexOf('@') + 1).toLowerCase()
  return results
    .toLowerCase()
    .split(';')
    .slice(1)
    .map((one) => one.trim().split(/\s+/))
    .some(
      ([method, ...facts]) => method === 'dmarc=pass' && facts.includes(`header.from=${domain}`),
    )
}

function withoutComments(text: string): string {
  return text.replace(/\([^()]*\)/g, ' ').replace(/\s+/g, ' ')
}
