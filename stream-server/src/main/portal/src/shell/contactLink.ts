import { element } from '../dom/element';
import type { Texts } from '../i18n/texts';

/**
 * The way to the organiser, if one is set and is a mail address or a web address. Anything else,
 * such as a script address, gives no link.
 */
export function contactLink(contact: string | undefined, texts: Texts): HTMLElement[] {
  const href = contactAddress(contact);
  if (href === undefined) return [];
  const isPage = !href.startsWith('mailto:');
  return [
    element(
      'a',
      {
        class: 'contact',
        href,
        target: isPage ? '_blank' : undefined,
        rel: isPage ? 'noopener' : undefined,
      },
      texts.text('contact.organiser'),
    ),
  ];
}

/** The address behind the link, or undefined when the setting is not usable as one. */
export function contactAddress(contact: string | undefined): string | undefined {
  const trimmed = contact?.trim() ?? '';
  if (/^(https?:\/\/|mailto:)/i.test(trimmed)) return trimmed;
  return /^[^\s@:/]+@[^\s@:/]+$/.test(trimmed) ? `mailto:${trimmed}` : undefined;
}
