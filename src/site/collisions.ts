/** What claims an address, and the file that it comes from. */
export interface Claim {
  file: string;
  address: string;
}

/**
 * Two records at one address would overwrite each other, and which one stays would be chance.
 *
 * @throws {Error} that names both files and the address
 */
export function refuseCollisions(claims: Iterable<Claim>): void {
  const files = new Map<string, string>();
  for (const { file, address } of claims) {
    // On macOS and Windows they would be one file.
    const key = address.normalize('NFC').toLowerCase();
    const other = files.get(key);
    if (other !== undefined) throw new Error(`${other} and ${file} would both stand at ${address}.`);
    files.set(key, file);
  }
}
