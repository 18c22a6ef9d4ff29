import type { ResolveHook } from 'node:module';

const MORTAL = new URL('mortal-engines.js', import.meta.url).href;

/** Replaces the module that opens the engines, except where the replacement itself imports it. */
export const resolve: ResolveHook = async (specifier, context, next) => {
  const found = await next(specifier, context);
  if (!found.url.endsWith('/src/compose/open-engines.js') || context.parentURL === MORTAL) return found;
  return { ...found, url: MORTAL };
};
