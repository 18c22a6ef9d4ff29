/** Loaded before the program (`node --import`): has it open the engines of `mortal-engines.ts` in the place of its own. */
import { register } from 'node:module';

register(new URL('redirect.js', import.meta.url));
