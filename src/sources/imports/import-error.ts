/** A file that is not what the format asks for. The message is a whole sentence for the person who chose it. */
export class ImportError extends Error {
  override name = 'ImportError';
}
