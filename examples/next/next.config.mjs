/** Pages as files; the components are rendered in Node at build time all the same. */
export default { output: 'export' };
