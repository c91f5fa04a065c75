const EMBED_FOLDER = 'embed';

/** The event a page in somebody's frame is for, `/embed/<eventId>`; undefined on the portal's own. */
export function embeddedEvent(path: string): string | undefined {
  const [, folder, eventId] = path.split('/');
  return folder === EMBED_FOLDER && eventId ? decodeURIComponent(eventId) : undefined;
}
