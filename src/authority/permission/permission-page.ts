import { permittable, type Scope } from './terms.ts'

/** What the page asks about. */
export interface PermissionQuestion {
  /** Name of the software, as officers have registered it. */
  readonly software: string
  readonly scopes: readonly Scope[]
  /** What the browser sends back with the answer, as it came. */
  readonly fields: Readonly<Record<string, string>>
}

/** Nothing but what stands in the page itself is loaded, and the form may lead to the software's own page. */
export const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

/**
 * The page on which a business permits a trader's software to act for it. At HMRC people sign in first; the
 * sandbox takes everybody at their word and says so.
 */
export function permissionPage({ software, scopes, fields }: PermissionQuestion): string {
  const name = escaped(software)
  const list = (language: 'en' | 'zh'): string =>
    scopes.map((scope) => `<li>${permittable[scope][language]}</li>`).join('')
  const hidden = Object.entries(fields)
    .map(([key, value]) => `<input type="hidden" name="${escaped(key)}" value="${escaped(value)}">`)
    .join('')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Permit ${name} · sandbox authority</title>
<style>
  :root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
  body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
  button { font: inherit; padding: .5rem 1rem; margin: 0 .5rem .5rem 0; }
  section + section { border-top: 1px solid; margin-top: 1.5rem; }
</style>
</head>
<body>
<main>
<h1>Permit ${name} to act for your business?</h1>
<section>
<p>It asks to:</p>
<ul>${list('en')}</ul>
<p>The permission lasts 18 months; you can take it back before. This is the sandbox authority: nobody has to sign in here.</p>
</section>
<section lang="zh">
<h2>是否允许 ${name} 代表贵企业办理？</h2>
<p>该软件请求：</p>
<ul>${list('zh')}</ul>
<p>授权有效期为 18 个月，可提前收回。这是沙盒海关，无须登录。</p>
</section>
<form method="post" action="/oauth/authorize">
${hidden}
<button name="answer" value="permit">Permit · <span lang="zh">允许</span></button>
<button name="answer" value="refuse">Do not permit · <span lang="zh">不允许</span></button>
</form>
</main>
</body>
</html>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
