/** The same object without the keys that hold nothing, so that a value that was not told is absent and never `undefined`. */
export function compact<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Value;
}
