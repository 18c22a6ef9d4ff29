import type { Therapist } from '../therapist.js';
import type { Command, CommandOf, Context } from './command.js';
import type { Transition } from './transition.js';

/** What each command does where the table allows it. They throw Unmet when a rule on stored facts is against it. */
export type Steps<A extends Command['action']> = {
  readonly [K in A]: (therapist: Therapist, command: CommandOf<K>, context: Context) => Transition;
};
