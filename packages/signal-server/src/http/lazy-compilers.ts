import { createRequire } from 'node:module';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { SerializerFactory } from '@fastify/fast-json-stringify-compiler';
import type { FastifyServerOptions } from 'fastify';

const require = createRequire(import.meta.url);

/** Fastify's compiler of answers, loaded and used when the first answer of a route needs it. */
const lazySerializers: SerializerFactory = (externalSchemas, options) => {
  const compiler = once(() => {
    const select = require('@fastify/fast-json-stringify-compiler') as () => SerializerFactory;
    return select()(externalSchemas, options);
  });
  return (route) => {
    const serializer = once(() => compiler()(route));
    return (doc: unknown) => serializer()(doc);
  };
};

/** TypeBox's check of what comes, compiled when the first request of a route needs it. */
const lazyValidators: typeof TypeBoxValidatorCompiler = (route) => {
  const validator = once(() => TypeBoxValidatorCompiler(route));
  return (value: unknown) => validator()(value);
};

type Compilers = NonNullable<
  NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']
>;

/** Both, so that Fastify does not load its own, which are half of its start. */
export const lazyCompilers: Compilers = {
  // Its types know those of Ajv alone.
  buildValidator: (() => lazyValidators) as unknown as NonNullable<Compilers['buildValidator']>,
  buildSerializer: lazySerializers,
};

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
