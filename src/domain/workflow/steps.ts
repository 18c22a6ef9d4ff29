import type { Therapist } from '../therapist.js';
import type { Command, CommandOf, Context } from './command.js';
import type { Happening } from './happen.js';

/** What each command does where the table allows it. They throw Unmet when a rule on stored facts is against it. */
export type Steps<A extends Command['action']> = {
  readonly [K in A]: (therapist: Therapist, command: CommandOf<K>, context: Context) => Happening;
};
