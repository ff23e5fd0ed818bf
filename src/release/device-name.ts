/**
 * Names that Windows keeps for devices, whatever stands behind a dot: no file or folder there can be called so. A literal, because the
 * scripts of pages would have to carry what is made by a call.
 */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** The same for ids, as the beginning of a pattern: it refuses what is nothing but such a name. */
export function noDevicePattern(): string {
  return `(?!${DEVICE.source.slice(1)})`;
}

/** The name of a file or folder that every system can write: `nul` → `v-nul`. Others stay as they are. */
export function withoutDevice(name: string): string {
  return DEVICE.test(name.split('.', 1).join('')) ? `v-${name}` : name;
}
