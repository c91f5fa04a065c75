import type { EventDetails } from '../api/answers';
import { element } from '../dom/element';
import { poster } from '../shell/poster';

/** Stands behind the picture, and is seen when there is sound only: poster, or name and title. */
export function backdrop(
  event: Pick<EventDetails, 'title' | 'posterUrl'>,
  appName: string,
): HTMLElement {
  return element(
    'div',
    { class: 'backdrop', 'aria-hidden': 'true' },
    ...poster(event.posterUrl),
    element(
      'div',
      { class: 'backdrop-words' },
      element('p', { class: 'brand' }, appName),
      element('p', {}, event.title),
    ),
  );
}
