/** Time and chance, handed in so that hours of waiting can be tested in a moment. Milliseconds everywhere. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
}
