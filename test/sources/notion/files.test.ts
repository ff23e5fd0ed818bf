import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadFile } from '../../../src/sources/notion/files/download.ts';
import { readFileKind } from '../../../src/sources/notion/files/file-kind.ts';
import { prepareMedia } from '../../../src/sources/notion/files/media.ts';
import { isPublicAddress } from '../../../src/sources/notion/files/public-address.ts';

describe('addresses', () => {
  it.each(['1.1.1.1', '93.184.216.34', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.100.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'localhost',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('downloads', () => {
  let origin = '';
  const server = createServer((request, response) => {
    if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else if (request.url === '/inside')
      response.writeHead(302, { location: 'https://169.254.169.254/latest' }).end();
    else if (request.url === '/name') response.writeHead(302, { location: 'https://localhost/x' }).end();
    else if (request.url === '/plain') response.writeHead(302, { location: 'http://example.com/x' }).end();
    else if (request.url === '/slow') setTimeout(() => response.end('late'), 500);
    else if (request.url === '/big') response.end(Buffer.alloc(2_000_000));
    else if (request.url === '/hop') response.writeHead(302, { location: '/ok' }).end();
    else if (request.url === '/ok') response.end('fine');
    else response.writeHead(403).end('<Error/>');
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  const get = (path: string) =>
    downloadFile(origin + path, { maxBytes: 1_000_000, trustedOrigin: origin, timeout: 300 });

  it('come from a trusted origin, over a redirect too', async () => {
    expect(Buffer.from(await get('/hop')).toString()).toBe('fine');
  });

  it.each([
    ['/loop', 'without end'],
    ['/inside', 'is not on the public internet'],
    ['/name', 'is not on the public internet'],
    ['/plain', 'does not begin with https'],
    ['/slow', 'took too long'],
    ['/big', 'larger than 1 MB'],
    ['/gone', 'answered 403'],
  ])('refuse %s because it %s', async (path, reason) => {
    await expect(get(path)).rejects.toThrow(reason);
  });

  it('never go inside or without encryption by themselves', async () => {
    const options = { maxBytes: 1000, timeout: 300 };
    await expect(downloadFile(`${origin}/ok`, options)).rejects.toThrow('does not begin with https');
    await expect(downloadFile('https://[::1]/x', options)).rejects.toThrow('not on the public internet');
    await expect(downloadFile('https://localhost/x', options)).rejects.toThrow('not on the public internet');
    await expect(downloadFile('file:///etc/passwd', options)).rejects.toThrow('does not begin with https');
  });
});

describe('media', () => {
  const picture = (width: number) =>
    sharp({ create: { width, height: 10, channels: 3, background: '#c00' } });

  it('are drawn anew: no camera data, no needless width, the same name for the same picture', async () => {
    const bytes = await picture(3000)
      .withExif({ IFD0: { Copyright: 'Where I live' } })
      .jpeg()
      .toBuffer();
    expect(bytes.includes('Where I live')).toBe(true);
    const media = await prepareMedia(bytes);
    expect(media.name).toMatch(/^[0-9a-f]{20}\.jpg$/);
    const { width, exif } = await sharp(media.bytes).metadata();
    expect([width, exif]).toEqual([2000, undefined]);
    expect((await prepareMedia(bytes)).name).toBe(media.name);
  });

  it.each(['png', 'webp', 'gif', 'avif'] as const)('may be %s', async (format) => {
    expect((await prepareMedia(await picture(4).toFormat(format).toBuffer())).bytes.length).toBeGreaterThan(
      0,
    );
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['an SVG behind a declaration', '<?xml version="1.0"?><svg/>'],
    ['an error page', '<html><body>Forbidden</body></html>'],
    ['a script', 'x = 1; document.write("<script>")'],
    ['noise', '\u0000\u0001\u0002'],
    ['half a picture', Buffer.from('89504e470d0a1a0a0000', 'hex')],
  ])('may not be %s', async (_, bytes) => {
    await expect(prepareMedia(Buffer.from(bytes))).rejects.toThrow(/no picture|cannot be read/);
  });

  it('refuse a picture that would fill the memory', async () => {
    const bomb = await sharp({ create: { width: 8000, height: 6000, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    await expect(prepareMedia(bomb)).rejects.toThrow('pixel limit');
  });

  it('are known by their bytes', () => {
    expect(readFileKind(Buffer.from('%PDF-1.7'))).toEqual({ extension: 'pdf', isPicture: false });
    expect(readFileKind(Buffer.from('a,b\n1,2'))).toEqual({ extension: 'txt', isPicture: false });
  });
});
