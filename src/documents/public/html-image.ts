import type { Context } from './html-settle.ts';
import { type Content, element, type Element, text } from './html-tree.ts';
import { imageAddress, isForeign, isVideo, linkAddress, splitScheme } from './text-address.ts';

/**
 * An image of this site, or a film. One of another host would tell that host who reads the page: it becomes a link.
 *
 * `![…](/x.png#dark)` is seen in the dark scheme only, `#light` in the light one (GitHub's `#gh-dark-mode-only` is the same);
 * where there are no schemes, as in feeds, the dark one is left out.
 */
export function settleImage(node: Element, context: Context): Content[] {
  const [url, alt] = [String(node.properties.src ?? ''), String(node.properties.alt ?? '')];
  const { address, scheme } = splitScheme(url);
  const src = context.blocks ? imageAddress(address, context) : undefined;
  if (src && isVideo(src)) return [settleVideo(node, src, context)];
  if (src && scheme === 'dark' && context.page) return [];
  if (src) {
    const look = scheme && !context.page ? { className: [`only-${scheme}`] } : {};
    const { title } = node.properties;
    const size = context.sizeOf?.(address.replace(/[?#].*/, '')) ?? {};
    return [
      element('img', {
        src,
        alt,
        loading: 'lazy',
        decoding: 'async',
        ...size,
        ...look,
        ...(title ? { title } : {}),
      }),
    ];
  }
  const href = context.links && !context.inLink && context.blocks ? linkAddress(url, context) : undefined;
  if (!href || !isForeign(href)) return alt ? [text(alt)] : [];
  const look = isVideo(href) ? { className: ['video-link'] } : {};
  return [element('a', { href, rel: ['noopener'], ...look }, [text(alt || href)])];
}

/** A film is loaded when it is asked for. Until then a picture of its name stands there, where there is one: `/ride.mp4`, `/ride.webp`. */
function settleVideo({ properties }: Element, src: string, { sizeOf }: Context): Element {
  const url = String(properties.src ?? '').replace(/[?#].*/, '');
  const [extension, size] = POSTERS.map(
    (each) => [each, sizeOf?.(url.replace(/\.\w+$/, each))] as const,
  ).find(([, found]) => found) ?? ['', undefined];
  const poster = size && src.replace(/\.\w+(?=[?#]|$)/, extension);
  return element('video', {
    src,
    controls: true,
    loading: 'lazy',
    preload: poster ? 'none' : 'metadata',
    ...(poster && { poster, ...size }),
    ariaLabel: String(properties.alt ?? ''),
    ...(properties.title ? { title: properties.title } : {}),
  });
}

const POSTERS = ['.webp', '.jpg', '.png', '.svg'];

/** A paragraph of nothing but images and films, one of which has a title, is a figure with that title as its caption. */
export function asFigure({ properties }: Element, children: readonly Content[]): Element | undefined {
  const images = children.filter((child) => child.type === 'element');
  const isAlone = children.every((child) =>
    child.type === 'text'
      ? child.value.trim() === ''
      : child.type === 'element' && /^(?:img|video)$/.test(child.tagName),
  );
  const title = images
    .map((image) => image.properties.title)
    .find((each) => typeof each === 'string' && each !== '');
  if (!isAlone || !title || Object.keys(properties).length > 0) return undefined;
  const plain = images.map((image) => ({ ...image, properties: { ...image.properties, title: undefined } }));
  return element('figure', {}, [...plain, element('figcaption', {}, [text(String(title))])]);
}
