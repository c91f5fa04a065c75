/** A preview that an address asks for: staff bring a token, everybody else names the event. */
export type PreviewLink =
  { to: 'staffPreview'; token: string } | { to: 'preview'; eventId: string };

/** What an address asks the page for. */
export type PageLink = { to: 'entry' } | { to: 'code'; code: string } | PreviewLink;

/** What a link asks for, and the address that should stay in the address bar. */
export interface ReadLink {
  link: PageLink;
  /** Path, query and fragment without what opens something. */
  address: string;
}

/**
 * Reads a ticket link, `/#code=…` or `/?code=…`, or a preview, `/#playback=…` for staff and
 * `/?preview=…` for everybody (Spec, portal §1, §6). A code wins, and the fragment, which never
 * reaches a server, wins over the query.
 */
export function readPageLink(href: string): ReadLink {
  const url = new URL(href);
  const fragment = new URLSearchParams(url.hash.slice(1));
  const link = readLink(fragment, url.searchParams);
  url.searchParams.delete('code');
  if (fragment.has('code') || fragment.has('playback')) url.hash = '';
  return { link, address: url.pathname + url.search + url.hash };
}

function readLink(fragment: URLSearchParams, query: URLSearchParams): PageLink {
  const code = fragment.get('code') ?? query.get('code');
  if (code) return { to: 'code', code };
  const token = fragment.get('playback');
  if (token) return { to: 'staffPreview', token };
  const eventId = query.get('preview');
  return eventId ? { to: 'preview', eventId } : { to: 'entry' };
}
