import { element } from '../dom/element';

/** The event's picture, without meaning of its own; it goes away when it cannot be loaded. */
export function poster(address: string | null): HTMLElement[] {
  if (!address || !/^(https?:)?\//i.test(address)) return [];
  const image = element('img', { class: 'poster', src: address, alt: '' });
  image.addEventListener('error', () => image.remove());
  return [image];
}
