import type { Texts } from '../i18n/texts';
import { Menu } from './menu';
import type { Stream } from './stream';

/** The choice between "Auto" and the renditions, the tallest first. */
export function qualityMenu(
  texts: Texts,
  stream: () => Stream,
  toggled: (open: boolean) => void,
): Menu {
  return new Menu(
    'quality',
    texts.text('control.quality'),
    'quality',
    () => {
      const { renditions, chosen } = stream().quality();
      if (renditions.length < 2) return [];
      const line = (label: string, id: number | undefined) => ({
        label,
        chosen: chosen === id,
        choose: () => stream().chooseRendition(id),
      });
      const auto = line(texts.text('control.auto'), undefined);
      return [auto, ...renditions.map(({ id, height }) => line(`${height}p`, id))];
    },
    toggled,
  );
}
