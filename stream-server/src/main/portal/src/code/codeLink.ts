/** What a link brought, and the address that should stay in the address bar. */
export interface CodeLink {
  code: string | undefined;
  /** Path, query and fragment without the code. */
  address: string;
}

/**
 * Reads the code of a ticket link, `/#code=…` or `/?code=…`. The fragment wins: it is the newer
 * form and never reaches a server.
 */
export function readCodeLink(href: string): CodeLink {
  const url = new URL(href);
  const fragment = new URLSearchParams(url.hash.slice(1));
  const code = fragment.get('code') ?? url.searchParams.get('code') ?? undefined;
  url.searchParams.delete('code');
  if (fragment.has('code')) url.hash = '';
  return { code: code || undefined, address: url.pathname + url.search + url.hash };
}
