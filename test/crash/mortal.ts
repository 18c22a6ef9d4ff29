/** Loaded before the program (`node --import`): replaces its engines by those of `mortal-engines.ts`. */
import { register } from 'node:module';

register(new URL('redirect.js', import.meta.url));
