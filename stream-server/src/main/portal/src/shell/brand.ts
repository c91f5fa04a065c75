import { element } from '../dom/element';

/** The sign and the name of the house. */
export function brand(appName: string): HTMLElement {
  return element(
    'p',
    { class: 'brand' },
    element('img', { src: '/icon.svg', alt: '', width: '40', height: '40' }),
    element('span', { class: 'brand-name' }, appName),
  );
}
