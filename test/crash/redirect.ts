import type { ResolveHook } from 'node:module';

const MORTAL = new URL('mortal-engines.js', import.meta.url).href;

/** Whoever asks for what opens the engines gets what opens mortal ones; only these get the real thing. */
export const resolve: ResolveHook = async (specifier, context, next) => {
  const found = await next(specifier, context);
  if (!found.url.endsWith('/src/compose/open-engines.js') || context.parentURL === MORTAL) return found;
  return { ...found, url: MORTAL };
};
