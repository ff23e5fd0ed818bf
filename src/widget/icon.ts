import { type IconName, icons } from '../site/icons.ts';

const NAMESPACE = 'http://www.w3.org/2000/svg';

/** An icon as pages have it, which the word beside it explains. */
export function makeIcon(name: IconName): SVGElement {
  const icon = document.createElementNS(NAMESPACE, 'svg');
  icon.setAttribute('class', 'icon');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(NAMESPACE, 'path');
  path.setAttribute('d', icons[name]);
  icon.append(path);
  return icon;
}
