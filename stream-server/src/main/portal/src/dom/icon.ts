/** Line drawings on a 24 × 24 grid. */
const DRAWINGS = {
  back: ['M19 12H5', 'M11 6l-6 6 6 6'],
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  airPlay: ['M5 17H3V4h18v13h-2', 'M12 14l5 6H7z'],
  captions: ['M3 5h18v14H3z', 'M7 11h4', 'M14 11h3', 'M7 15h2', 'M12 15h5'],
  pip: ['M21 11V5H3v14h8', 'M14 14h7v5h-7z'],
  quality: ['M4 7h10', 'M18 7h2', 'M14 5v4', 'M4 17h4', 'M12 17h8', 'M8 15v4'],
  copy: ['M9 9h11v11H9z', 'M5 15H4V4h11v1'],
  spinner: ['M12 3a9 9 0 1 0 9 9'],
  sound: ['M4 9.5v5h3.5L12 18V6L7.5 9.5z', 'M16 9a4.2 4.2 0 0 1 0 6', 'M18.6 6.4a8 8 0 0 1 0 11.2'],
  radio: [
    'M12 13a1 1 0 1 0 0-2 1 1 0 0 0 0 2',
    'M8.2 15.8a5.4 5.4 0 0 1 0-7.6',
    'M15.8 8.2a5.4 5.4 0 0 1 0 7.6',
    'M5.2 18.8a9.6 9.6 0 0 1 0-13.6',
    'M18.8 5.2a9.6 9.6 0 0 1 0 13.6',
  ],
  play: ['M7 5l12 7-12 7z'],
  pause: ['M8 5v14', 'M16 5v14'],
  muted: ['M4 9.5v5h3.5L12 18V6L7.5 9.5z', 'M16 9.5l5 5', 'M21 9.5l-5 5'],
  expand: ['M4 9V4h5', 'M15 4h5v5', 'M20 15v5h-5', 'M9 20H4v-5'],
  shrink: ['M9 4v5H4', 'M20 9h-5V4', 'M15 20v-5h5', 'M4 15h5v5'],
} as const;

/** Names of the drawings there are. */
export type IconName = keyof typeof DRAWINGS;

const SVG = 'http://www.w3.org/2000/svg';

/** An icon in the colour of the text around it, hidden from screen readers. */
export function icon(name: IconName, attributes: Record<string, string> = {}): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const base = { viewBox: '0 0 24 24', class: `icon icon-${name}`, 'aria-hidden': 'true' };
  for (const [key, value] of Object.entries({ ...base, ...attributes })) {
    svg.setAttribute(key, value);
  }
  for (const line of DRAWINGS[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', line);
    svg.append(path);
  }
  return svg;
}
