declare module 'jsonfeed-schema' {
  const schema: import('ajv').AnySchemaObject;
  export default schema;
}
