/** Names that Windows keeps for devices, whatever stands behind a dot: no file or folder there can be called so. */
const DEVICES = 'con|prn|aux|nul|com\\d|lpt\\d';
const DEVICE = new RegExp(String.raw`^(?:${DEVICES})(?=\.|$)`, 'i');

/** The same for ids, as the beginning of a pattern: it refuses what is nothing but such a name. */
export const NO_DEVICE = `(?!(?:${DEVICES})$)`;

/** The name of a file or folder that every system can write: `nul` → `v-nul`. Others stay as they are. */
export function withoutDevice(name: string): string {
  return DEVICE.test(name) ? `v-${name}` : name;
}
