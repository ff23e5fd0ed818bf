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
    const other = files.get(address);
    if (other !== undefined) throw new Error(`${other} and ${file} would both stand at ${address}.`);
    files.set(address, file);
  }
}
